"""The desk's pages in the hostile world, read off the URL conf: a page that is added later is looked at as well."""

from django.apps import apps
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver

from articles.models import Article, Issue, Page
from bylines.models import Contributor
from desk.models import Notice, User

STORIES, PHOTOS = "/admin/articles/article/", "/admin/media/photo/"
# What shows no words of ours: {name: why}.
LEFT_OUT = {
    "logout": "ends the sign-in",
    "view_on_site": "leads to a reader's page",
    "jsi18n": "the admin's own words",
    **dict.fromkeys(["handbook_picture", "intake_picture", "media_photo_former", "media_photo_original"], "a file"),
    **dict.fromkeys(["articles_page_export", "articles_issue_export"], "a file"),
}
KEYS = {
    "open_notice": Notice,
    "auth_user_password_change": User,
    "own_links": Contributor,
    "tally_statement": Contributor,
}
WORDS = {
    "version": 1,
    "number": 0,
    "code": "html",
    "slug": "signing-in",
    "digest": "0" * 32,
    "app_label": "articles",
    "year": 2026,
}
CHOICES = [
    *[("articles", "article", name) for name in ("column", "channel", "genre", "desk", "tags")],
    *[("articles", "articleregion", "region"), ("articles", "illustration", "photo")],
    ("bylines", "byline", "contributor"),
    *[("articles", "placement", "page"), ("articles", "placement", "article"), ("articles", "frontpage", "lead")],
    ("desk", "user", "desks"),
]


def desk_addresses(world):
    for name, converters in names_under(get_resolver("newsroom.urls"), within_admin=False):
        if name not in LEFT_OUT:
            yield reverse(f"admin:{name}", kwargs={key: value_for(name, key, world.draft) for key in converters})
    yield from (f"{STORIES}{world.lead.pk}/{asked}/" for asked in ("change", "history", "delete", "wechat/content"))
    yield from ("/admin/?date=2026-03-04", "/admin/bylines/contributor/add/?_popup=1")
    yield from (STORIES + asked for asked in ("?q=hx", "?state=published&region=330681", "add/?_popup=1"))
    yield from (f"{STORIES}{world.lead.pk}/history/compare/?old=1&new=2", f"{STORIES}photos/?story={world.draft.pk}")
    yield from (f"{PHOTOS}{asked}/?photos={world.photo.pk}" for asked in ("captions", "sheet"))


def choices():
    """What the admin's own fields ask for while somebody types."""
    for app, model, field in CHOICES:
        yield f"/admin/autocomplete/?app_label={app}&model_name={model}&field_name={field}&term="


def names_under(resolver, *, within_admin):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names_under(pattern, within_admin=within_admin or pattern.app_name == "admin")
        elif within_admin and pattern.name:
            yield pattern.name, keys_of(pattern.pattern)


def keys_of(pattern):
    return list(pattern.converters) or list(pattern.regex.groupindex)


def value_for(name, key, story):
    if key in WORDS:
        return WORDS[key]
    model = Issue if name.startswith("board") else KEYS.get(name) or model_named(name)
    if model is Article:
        return story.pk
    rows = Page.objects.exclude(picture="") if model is Page else model._base_manager.all()
    return getattr(rows.order_by("pk").first(), "pk", 0)


def model_named(name):
    fitting = [model for model in apps.get_models() if name.startswith(words_of(model))]
    return max(fitting, key=lambda model: len(words_of(model)))


def words_of(model):
    return f"{model._meta.app_label}_{model._meta.model_name}_"
