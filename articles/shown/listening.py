"""Whose changes are heard by themselves (pagecache.records), and the versions of stories."""

from django.contrib.sites.models import Site
from taggit.models import Tag

from articles.history.listeners import WRITTEN
from articles.models import (
    Channel,
    Column,
    Correction,
    FrontBlock,
    FrontPage,
    FrontPick,
    FrontSecond,
    Genre,
    Issue,
    Page,
    Placement,
)
from articles.shown import issues, records
from articles.shown.photos import FIELDS as OF_PHOTO
from articles.shown.photos import note_photo
from articles.shown.versions import note_version
from bylines.models import Byline, Contributor
from media.models import Photo
from pagecache.records import follow

LABEL = ("name", "slug", "order")
PIN = ("article", "order", "until")
BLOCK = ("title", "kind", "column", "channel", "region", "tag", "page_label", "number", "order", "is_shown")


def listen():
    WRITTEN.append(note_version)
    follow_names()
    follow_front_page()
    follow(Issue, *issues.FIELDS, tell=issues.note_issue)
    follow(Page, *issues.PAGE, tell=issues.note_page)
    follow(Placement, "page", "hotspot", tell=issues.note_hotspot)
    follow(Photo, *OF_PHOTO, tell=note_photo)
    follow(Byline, "photo", "contributor", "role", "standing", "name", "order", tell=records.note_credit)
    follow(Correction, *records.CORRECTION, tell=records.note_correction)
    follow(Site, "domain", tell=records.note_site)


def follow_names():
    follow(Column, *LABEL, "description", tell=records.note_label)
    follow(Channel, *LABEL, tell=records.note_label)
    follow(Genre, "name", tell=records.note_label)
    follow(Tag, "name", "slug", tell=records.note_tag)
    follow(Contributor, "name", "unit", "usual_role", "region", tell=records.note_contributor)


def follow_front_page():
    follow(FrontPage, "lead", "lead_until", tell=records.note_front_page)
    follow(FrontBlock, *BLOCK, tell=records.note_front_page)
    for pin in (FrontSecond, FrontPick):
        follow(pin, *PIN, tell=records.note_front_page)
