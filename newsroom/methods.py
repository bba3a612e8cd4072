"""What may be done at an address: it is looked at, or a form is sent to it. Nothing here is put, patched or deleted."""

from django.http import HttpResponseNotAllowed

METHODS = ["GET", "HEAD", "POST"]


class MethodsMiddleware:
    """Django's admin takes every other method for a GET; a page that nobody thought of might take it for more."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return self.get_response(request)
