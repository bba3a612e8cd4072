"""Records that readers know by name: what they are filed under, who made them, where they play; and the front page."""

from articles.models.article import Article
from articles.models.correction import Correction
from articles.shown.words import Said, all_with, sitemap_of
from pagecache.changing import changed


def note_label(record, before, now):
    """A column, a channel, a genre. Nobody has heard of a new one; a channel has its page before it has a story."""
    kind = record._meta.model_name
    if before is None or now is None:
        changed(*([(kind, record.pk)] if before else []))
        return
    different = {name for name in before if before[name] != now[name]}
    keys = {(kind, record.pk)} if different & {"name", "slug"} else set()
    keys |= {sitemap_of(kind, record.pk)} if "slug" in different else set()
    keys |= {("own_page", f"{kind}:{record.pk}")} if "description" in different else set()
    keys |= {("index", kind), ("open_lists", kind)} if "order" in different else set()
    changed(*keys)


def note_tag(tag, before, now):
    """One that is deleted is gone from its stories too."""
    if before is not None:
        is_readdressed = now is None or before["slug"] != now["slug"]
        changed(("tag", tag.pk), *([sitemap_of("tag", tag.pk)] if is_readdressed else []))


def note_contributor(contributor, before, now):
    """Printed names are the bylines' own: a new name stands on the contributor's own page, and in the index."""
    if before is None or now is None:
        return
    different = {name for name in before if before[name] != now[name]}
    keys = {("contributor", contributor.pk)} if "name" in different else set()
    keys |= {("own_page", f"contributor:{contributor.pk}")} if different & {"unit", "usual_role"} else set()
    keys |= {("home_region", contributor.pk)} if "region" in different else set()
    changed(*keys)


def note_correction(correction, before, now):
    """At its hour, which may be to come."""
    said = Said()
    if before and before["published_at"] <= said.now:
        said.add(keys_of(correction, before))
    if now:
        said.add(keys_of(correction, now), at=now["published_at"])
    if now is None:
        said.add({("sitemap", "index")})
    elif before is None or before["published_at"] != now["published_at"]:
        said.add({("newest", "correction"), ("list", "correction")}, at=now["published_at"])
    said.say()


def keys_of(correction, values):
    story = values["article"]
    return {
        ("correction", correction.pk),
        *all_with("correction", story),
    }


def note_corrected(article, at):
    """The hour that the sitemaps give a story."""
    said = Said()
    said.add({sitemap_of("story", article.pk), ("sitemap", "index")}, at)
    said.say()


def note_front_page(record, before, now):
    """Its lead, what stands beside it, its blocks and what was picked for them; each until its hour."""
    said = Said()
    said.add({("front", "pins")})
    ends = now and (now.get("until") or now.get("lead_until"))
    if ends and ends > said.now:
        said.add({("front", "pins")}, at=ends)
    said.say()


def note_site(site, before, now):
    changed(("site", site.pk))


def note_credit(byline, before, now):
    """Of a photo: its stories keep a version when the words change, and here they say whom a name leads to."""
    photo = (now or before)["photo"]
    if photo:
        stories = Article.objects.exclude(published_at=None).filter(photos=photo)
        said = Said()
        said.add(all_with("caption", *stories.order_by().values_list("pk", flat=True)))
        said.say()


CORRECTION = tuple(field.name for field in Correction._meta.concrete_fields if field.name not in ("id", "entered_by"))
