"""
Addresses are promises: when a published one changes, whoever comes to the old one is led to the new one.

    with forwarding(column):
        column.save()
"""

from contextlib import contextmanager
from urllib.parse import unquote, unquote_to_bytes

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import repercent_broken_unicode
from taggit.models import Tag

from articles.models import Channel, Column, Issue, Page


def as_asked_for(path, query=""):
    """An address as it is kept and looked up, however it was escaped. What is no UTF-8 (工 as %B9%A4) stays escaped."""
    whole = f"{path}?{query}" if query else path
    return repercent_broken_unicode(unquote_to_bytes(whole)).decode()


@contextmanager
def forwarding(record):
    """Around a save: compares what was stored with what is stored then, an issue together with its pages."""
    before = addresses_of(record)
    yield
    after = addresses_of(record)
    for what, old in before.items():
        if after.get(what, old) != old:
            forward(old, after[what])


def leads_on(path):
    """
    Where whoever is sent to this path is sent on to, at the end; itself where nowhere. None: in a circle. As it is
    looked up, so that large and small letters lead round in none either.
    """
    seen = {path.lower()}
    while row := _row_of(path):
        path = row.new_path
        if path.lower() in seen:
            return None
        seen.add(path.lower())
    return path


def _row_of(path):
    rows = Redirect.objects.filter(site_id=settings.SITE_ID, old_path__in=[path, path.lower()]).exclude(new_path="")
    return min(rows, key=lambda row: row.old_path != path, default=None)


@transaction.atomic
def forward(old, new):
    """Nobody is sent on twice, nor in a circle."""
    rows = Redirect.objects.filter(site_id=settings.SITE_ID)
    rows.filter(new_path=old).update(new_path=new)
    rows.filter(old_path=new).delete()
    Redirect.objects.update_or_create(site_id=settings.SITE_ID, old_path=old, defaults={"new_path": new})


@transaction.atomic
def forward_no_more(old):
    """Something answers there again."""
    Redirect.objects.filter(site_id=settings.SITE_ID, old_path=old).delete()


def addresses_of(record):
    """The readable addresses that readers know, by the record that answers there; none of a new or a hidden one."""
    stored = type(record)._default_manager.filter(pk=record.pk).first()
    return {what: unquote(address) for what, address in _reached(stored)}


def _reached(stored):
    if isinstance(stored, (Column, Channel)):
        yield stored, stored.get_absolute_url()
    elif isinstance(stored, Tag):
        yield stored, reverse("tag_page", args=[stored.slug])
    elif isinstance(stored, Page) and stored.issue.is_published:
        yield stored, stored.get_absolute_url()
    elif isinstance(stored, Issue) and stored.is_published:
        yield stored, stored.get_absolute_url()
        for page in stored.pages.select_related("issue"):
            yield page, page.get_absolute_url()
