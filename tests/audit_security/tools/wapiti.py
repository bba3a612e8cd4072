"""wapiti: walks from page to page, fills in what it finds, and looks whether its words come back alive."""

import json
import subprocess
import tempfile
from pathlib import Path

from tests.audit_security import installed
from tests.audit_security.finding import Finding

NAME = "wapiti"
MODULES = "csp,cookieflags,crlf,csrf,exec,file,http_headers,methods,permanentxss,redirect,sql,upload,xss"
# It would end its own sign-in, or walk through every story of every day there ever was.
LEFT_OUT = ["*/admin/logout/*", "*/static/*", "*/my-security/*"]


def walk(base, *, also=(), cookie="", minutes=10, depth=1, modules=MODULES):
    """{kind of fault: what it says of each}, and how many addresses it looked at."""
    with tempfile.TemporaryDirectory(prefix="newsroom-wapiti-") as folder:
        report = Path(folder) / "report.json"
        command = [installed.program("wapiti"), "-u", base + "/", "-m", modules, "-d", str(depth), "--flush-session"]
        command += ["--store-session", folder, "-f", "json", "-o", str(report), "--no-bugreport", "-v", "0"]
        command += ["--max-scan-time", str(int(60 * minutes)), "--max-attack-time", str(int(12 * minutes))]
        command += ["--max-links-per-page", "30", "--max-files-per-dir", "10"]
        command += [word for path in also for word in ("-s", base + path)]
        command += [word for path in LEFT_OUT for word in ("-x", base + path)]
        command += ["-H", f"Cookie: {cookie}"] if cookie else []
        said = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
        if not report.exists():
            raise RuntimeError(f"wapiti wrote no report:\n{said.stdout[-2000:]}{said.stderr[-2000:]}")
        return json.loads(report.read_text())


def findings(report, who):
    for kind in ("vulnerabilities", "anomalies"):
        for rule, found in report[kind].items():
            for one in found:
                yield Finding(NAME, rule, f"{who} {one['method']} {one['path']}", f"{one['parameter']}: {one['info']}")
