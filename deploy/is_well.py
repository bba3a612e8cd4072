"""
For health checks of containers: 0 where the web server of this container answers, and a sentence where not. A database
that is away is no reason to call the container unwell: it still has pages for readers.
"""

import http.client
import os
import sys


def is_well():
    port = int(os.environ.get("GRANIAN_PORT", "8000"))
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".") or "localhost"
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=4)
    try:
        asked.request("GET", "/healthz/live", headers={"Host": "localhost" if host == "*" else host})
        status = asked.getresponse().status
    except OSError as problem:
        return f"No answer: {problem}"
    return "" if status == 200 else f"The answer is {status}."


if __name__ == "__main__":
    sys.exit(is_well() or 0)
