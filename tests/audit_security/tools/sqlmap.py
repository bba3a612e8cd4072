"""sqlmap: is anything that somebody asks taken for SQL? By errors, by yes and no, and by UNION, on every parameter."""

import re
import subprocess
import tempfile

from tests.audit_security import installed
from tests.audit_security.finding import Finding

NAME = "sqlmap"
# Level 1 overlooks what stands in brackets or behind an ORDER BY; the planted fault is found from 3 on.
THOROUGH = ["--level", "3", "--risk", "2", "--technique", "BEU", "--threads", "2"]
QUIETLY = ["--batch", "--flush-session", "--disable-coloring", "--retries", "1", "--timeout", "60", "-v", "1"]
# An address that nothing stands at is tried all the same, and a door that is shut for an hour is not waited for.
QUIETLY += ["--ignore-code", "400,403,404,405,410,429"]
# No view of ours asks the database about them but for the session, which is no SQL of ours.
HEADERS = ["user-agent", "referer", "host", "cookie"]
FOUND = re.compile(r"^Parameter: (.+)$", re.MULTILINE)


def ask(base, question, *, cookie="", token="", dbms="sqlite"):
    """What it found at one address: the names of the parameters, and all it said."""
    with tempfile.TemporaryDirectory(prefix="newsroom-sqlmap-") as folder:
        command = [installed.program("sqlmap"), "-u", base + question.path, *THOROUGH, *QUIETLY]
        command += ["--dbms", dbms, "--output-dir", folder, "--skip", ",".join(HEADERS)]
        if question.body:
            command += ["--data", question.body, "--headers", f"X-CSRFToken: {token}"]
        if cookie:
            command += ["--cookie", cookie]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return FOUND.findall(said), said


def findings(house, questions, *, dbms="sqlite", say=print):
    token = house.badge["__Host-csrftoken"]
    for question in questions:
        cookie = house.cookie if question.signed_in or question.body else ""
        found, said = ask(house.base, question, cookie=cookie, token=token, dbms=dbms)
        say(f"{question.name}: {len(found)}")
        if "all tested parameters" not in said and not found:
            yield Finding(NAME, "not tested", question.name, said.strip().splitlines()[-3:])
        yield from (Finding(NAME, "injection", question.name, name) for name in found)
