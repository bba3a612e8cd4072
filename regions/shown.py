"""What a region's change changes on readers' pages: wherever its name stands, and what its own page says besides."""

from pagecache.changing import changed, is_on

FIELDS = ("name", "parent", "level", "ended_on")


def note_region(region, before, now):
    """Nobody has heard of a new one. One that is deleted had its page, though no story plays there."""
    if before is not None:
        changed(*(keys_of(region.pk, before, now) if now else [("region", region.pk)]))


def keys_of(pk, before, now):
    different = {name for name in FIELDS if before[name] != now[name]}
    keys = {("region", pk)} if "name" in different else set()
    keys |= {("own_page", f"region:{pk}")} if different & {"ended_on", "level"} else set()
    if different & {"parent", "level"}:
        keys |= {
            ("regions_above", pk),
            ("index", "region"),
            ("regions_below", before["parent"]),
            ("regions_below", now["parent"]),
        }
    return keys


def values_of(region):
    return {name: region.serializable_value(name) for name in FIELDS}


def note_heirs(sender, instance, action, pk_set, **told):
    """Who went where stands on the pages of both. After a clearing nobody knows who they were."""
    if is_on() and action in ("post_add", "post_remove", "pre_clear"):
        others = pk_set or instance.successors.values_list("pk", flat=True)
        changed(*own_pages([instance.pk, *others]))


def own_pages(keys):
    return {("own_page", f"region:{pk}") for pk in keys}
