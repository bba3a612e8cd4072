"""
The program of tests.servers.bucket: moto's part for S3 behind werkzeug, both of which come with moto. Its own
`moto_server` would load some fifty packages more, for services that nobody here asks for. Run with -P: what else
lies in this folder has the names of libraries.
"""

import sys

from moto.core.request import Request
from moto.s3.responses import S3Response
from werkzeug.serving import WSGIRequestHandler, run_simple
from werkzeug.wrappers import Response


class Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"  # connections stay open, as those to a provider do

    def log_request(self, *said):
        pass


@Request.application
def answer(request):
    key = request.path.lstrip("/").partition("/")[2]
    dispatch = S3Response.key_dispatch if key else S3Response.ambiguous_dispatch
    status, headers, content = dispatch(request, request.raw_url, dict(request.headers))
    response = Response(content, status, headers)
    if request.method == "HEAD" and "content-length" in headers:
        response.headers["Content-Length"] = headers["content-length"]
    return response


if __name__ == "__main__":
    run_simple("127.0.0.1", int(sys.argv[1]), answer, threaded=True, request_handler=Quiet)
