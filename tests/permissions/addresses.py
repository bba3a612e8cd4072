"""Every address there is, read off the URL conf: its route, as Django writes it."""

from urllib.parse import urlsplit

from django.contrib import admin
from django.urls import get_resolver, resolve
from django.urls.resolvers import URLResolver

from tests.permissions.visitors import SUPERUSER


def all_routes():
    return list(routes_under(get_resolver(), ""))


def routes_under(resolver, before):
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from routes_under(pattern, route)
        else:
            yield route


def route_of(address):
    return resolve(urlsplit(address).path).route


def one_a_route(rows, address):
    """The first row of each route. address: what a row's is for a visitor."""
    found = {}
    for row in rows:
        found.setdefault(route_of(address(row, SUPERUSER)), row)
    return list(found.values())


def fields_with_offers():
    """“app.model.field” of every one, in forms and in their rows."""
    admins = [own for model, own in admin.site._registry.items()]
    admins += [rows(own.model, admin.site) for own in admins for rows in own.inlines]
    return {f"{own.opts.app_label}.{own.opts.model_name}.{name}" for own in admins for name in own.autocomplete_fields}
