from datetime import date
from io import StringIO
from unittest.mock import patch

from django.core.management import call_command
from django.test import TestCase

from regions.gazetteer.reading import Row
from regions.loading import Loaded, load_regions
from regions.models import Region, RegionAlias


def row(code, name, level, parent="", *, ended_on=None, successors=(), former_names=()):
    return Row(code, name, level, parent, ended_on, list(successors), list(former_names))


ROWS = [
    row("330000", "浙江省", "province"),
    row("330100", "杭州市", "city", "330000"),
    row("330112", "临安区", "county", "330100"),
    row("330185", "临安市", "county", "330100", ended_on=date(2017, 10, 31), successors=["330112"]),
]


class LoadRegionsTests(TestCase):
    def test_sets_parents_successors_and_short_names(self):
        load_regions(ROWS)

        former = Region.objects.get(code="330185")
        self.assertEqual(former.full_name, "浙江省杭州市临安市")
        self.assertEqual([heir.name for heir in former.successors.all()], ["临安区"])
        self.assertEqual({region.code for region in Region.objects.named("临安")}, {"330112", "330185"})

    def test_twice_changes_nothing(self):
        load_regions(ROWS)
        aliases = list(RegionAlias.objects.order_by("pk").values_list())

        self.assertEqual(load_regions(ROWS), Loaded(listed=4, new=0, changed=0))
        self.assertEqual(list(RegionAlias.objects.order_by("pk").values_list()), aliases)
        self.assertEqual(Region.successors.through.objects.count(), 1)

    def test_brings_names_and_parents_up_to_date_and_keeps_the_row(self):
        load_regions([*ROWS, row("330200", "宁波市", "city", "330000")])
        district = Region.objects.get(code="330112")

        loaded = load_regions([*ROWS[:2], row("330112", "临安新区", "county", "330200")])

        district.refresh_from_db()
        self.assertEqual((loaded.changed, district.name, district.parent.name), (1, "临安新区", "宁波市"))
        self.assertEqual(loaded.moved, 1)

    def test_command_says_when_the_lists_of_stories_must_follow(self):
        cities = [*ROWS[:2], row("330200", "宁波市", "city", "330000")]
        load_regions([*cities, row("330112", "临安区", "county", "330100")])
        moved = [*cities, row("330112", "临安区", "county", "330200")]
        said = StringIO()

        with patch("regions.loading.read_rows", return_value=moved):
            call_command("load_regions", stdout=said)
            call_command("load_regions", stdout=said)

        self.assertEqual(said.getvalue().count("manage.py relist"), 1)

    def test_replaces_short_names_that_no_longer_follow_from_the_name(self):
        load_regions(ROWS)

        load_regions([*ROWS[:2], row("330112", "青山区", "county", "330100")])

        aliases = Region.objects.get(code="330112").aliases.values_list("name", flat=True)
        self.assertEqual(list(aliases), ["青山"])

    def test_never_deletes_a_region(self):
        load_regions(ROWS)

        load_regions(ROWS[:2])

        self.assertEqual(Region.objects.count(), 4)

    def test_keeps_the_short_names_of_an_editor(self):
        load_regions(ROWS)
        district = Region.objects.get(code="330112")
        RegionAlias.objects.create(region=district, name="锦城", origin=RegionAlias.Origin.EDITOR)

        load_regions(ROWS)

        self.assertEqual(
            {alias.name: alias.origin for alias in district.aliases.all()}, {"临安": "derived", "锦城": "editor"}
        )

    def test_command_loads_the_whole_list_and_says_so(self):
        said = StringIO()

        call_command("load_regions", stdout=said)

        self.assertIn("44777", said.getvalue())
        self.assertEqual(Region.objects.with_ancestors().get(code="330681104").full_name, "浙江省绍兴市诸暨市店口镇")
