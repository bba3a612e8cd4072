"""Brings the list of regions into the database: in bulk, safe to run again, never deleting a region."""

from dataclasses import dataclass

from django.db import transaction

from desk.batches import in_batches
from pagecache.changing import changed as say
from regions import shown
from regions.gazetteer.reading import read_rows
from regions.models import Region, RegionAlias

BATCH = 2000
FIELDS = ["name", "level", "parent_id", "ended_on"]


@dataclass(frozen=True)
class Loaded:
    listed: int
    new: int
    changed: int
    moved: int = 0  # of the changed ones, those that came under another region


@transaction.atomic
def load_regions(rows=None):
    rows = read_rows() if rows is None else rows
    standing = {region.code: region for region in Region.objects.all()}
    new = changed = moved = 0
    for level in Region.Level.values:  # from the province down, since a region needs the one above
        for_level = [row for row in rows if row.level == level]
        new += add_missing(for_level, standing)
        moved += sum(has_moved(row, standing) for row in for_level)
        changed += bring_up_to_date(for_level, standing)
    pks = {code: region.pk for code, region in standing.items()}
    replace_successors(rows, pks)
    replace_derived_aliases(rows, pks)
    return Loaded(listed=len(rows), new=new, changed=changed, moved=moved)


def wanted(row, standing):
    parent_id = standing[row.parent].pk if row.parent else None
    return {"name": row.name, "level": row.level, "parent_id": parent_id, "ended_on": row.ended_on}


def add_missing(rows, standing):
    fresh = [Region(code=row.code, **wanted(row, standing)) for row in rows if row.code not in standing]
    for region in Region.objects.bulk_create(fresh, batch_size=BATCH):
        standing[region.code] = region
    return len(fresh)


def has_moved(row, standing):
    return standing[row.code].parent_id != wanted(row, standing)["parent_id"]


def bring_up_to_date(rows, standing):
    changed, keys = [], set()
    for row in rows:
        region, values = standing[row.code], wanted(row, standing)
        if any(getattr(region, field) != values[field] for field in FIELDS):
            before = shown.values_of(region)
            for field, value in values.items():
                setattr(region, field, value)
            changed.append(region)
            keys |= shown.keys_of(region.pk, before, shown.values_of(region))
    Region.objects.bulk_update(changed, ["name", "level", "parent", "ended_on"], batch_size=BATCH)
    say(*keys)
    return len(changed)


def replace_successors(rows, pks):
    """Only those of the regions on the list; what an editor said of others stays."""
    link = Region.successors.through
    listed = {pks[row.code] for row in rows}
    wanted_pairs = {(pks[row.code], pks[code]) for row in rows for code in row.successors}
    standing = {(ended, heir): pk for pk, ended, heir in link.objects.values_list("pk", "from_region", "to_region")}
    gone = [pair for pair in standing if pair not in wanted_pairs and pair[0] in listed]
    link.objects.filter(pk__in=[standing[pair] for pair in gone]).delete()
    missing = sorted(wanted_pairs - standing.keys())
    say(*shown.own_pages({pk for pair in (*gone, *missing) for pk in pair}))
    link.objects.bulk_create([link(from_region_id=ended, to_region_id=heir) for ended, heir in missing])


def replace_derived_aliases(rows, pks):
    """A name that an editor added stays an editor's, even where the list knows it too."""
    wanted_names = {(pks[row.code], name) for row in rows for name in row.aliases}
    derived = RegionAlias.objects.filter(origin=RegionAlias.Origin.DERIVED)
    stale = [
        pk for pk, region, name in derived.values_list("pk", "region", "name") if (region, name) not in wanted_names
    ]
    for some in in_batches(stale, BATCH):
        RegionAlias.objects.filter(pk__in=some).delete()
    missing = sorted(wanted_names - set(RegionAlias.objects.values_list("region", "name")))
    RegionAlias.objects.bulk_create(
        [RegionAlias(region_id=pk, name=name, origin=RegionAlias.Origin.DERIVED) for pk, name in missing],
        batch_size=BATCH,
    )
