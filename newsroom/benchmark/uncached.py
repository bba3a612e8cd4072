"""The newsroom's own application as the web server runs it, with every page made anew."""

from functools import cache

from django.test.utils import override_settings


@cache
def our_application():
    with override_settings(PAGE_CACHE="off"):
        from newsroom.wsgi import application
    return application
