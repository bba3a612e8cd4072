"""
A site within the process of another: Django keeps one set of settings, so this one brings its middleware, its addresses
and its template engine along. Otherwise it is the handler that any project runs under.
"""

from functools import cache

from django.core.handlers.wsgi import WSGIHandler
from django.template import TemplateDoesNotExist
from django.test.utils import override_settings

from newsroom.benchmark.minimal.pages import engine

URLS = "newsroom.benchmark.minimal.urls"
# As startproject writes it, behind the one that leads to our addresses.
MIDDLEWARE = [
    "newsroom.benchmark.minimal.application.OwnSite",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


class OwnSite:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.urlconf = URLS
        return self.get_response(request)

    def process_template_response(self, request, response):
        """Django's admin names its templates only: here they are Django's own, and not the newsroom's."""
        response.template_name = chosen(response.template_name)
        return response


@cache
def minimal_application():
    with override_settings(MIDDLEWARE=MIDDLEWARE):
        return WSGIHandler()


def chosen(names):
    names = [names] if isinstance(names, str) else names
    return next(filter(None, map(template, names)))


@cache
def template(name):
    try:
        return engine.get_template(name)
    except TemplateDoesNotExist:
        return None
