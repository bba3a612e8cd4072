from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from regions.models import Region, RegionAlias
from tests.factories import make_region, make_town, make_user


class RegionAdminTests(TestCase):
    def setUp(self):
        self.town = make_town()
        self.client.force_login(make_user(is_superuser=True))

    def test_list_prints_the_regions_above(self):
        page = self.client.get(reverse("admin:regions_region_changelist"), {"q": "店口"})

        self.assertContains(page, "浙江省绍兴市诸暨市")

    def test_list_takes_as_many_queries_for_many_regions_as_for_few(self):
        self.queries_of_the_list()  # the first one also reads what a process keeps
        few = self.queries_of_the_list()
        for number in range(10):
            make_region(code=f"33068120{number}", name=f"第{number}乡", level="town", parent=self.town.parent)

        self.assertEqual(self.queries_of_the_list(), few)

    def queries_of_the_list(self):
        with CaptureQueriesContext(connection) as queries:
            self.client.get(reverse("admin:regions_region_changelist"))
        return len(queries)

    def autocomplete(self, term):
        answer = self.client.get(
            reverse("admin:autocomplete"),
            {"app_label": "regions", "model_name": "region", "field_name": "parent", "term": term},
        )
        return [result["text"] for result in answer.json()["results"]]

    def test_autocomplete_tells_namesakes_apart(self):
        other = make_region(code="330329", name="泰顺县")
        make_region(code="330329100", name="店口镇", level="town", parent=other)

        self.assertEqual(self.autocomplete("店口"), ["店口镇（浙江省泰顺县）", "店口镇（浙江省绍兴市诸暨市）"])

    def test_autocomplete_goes_by_short_name(self):
        RegionAlias.objects.create(region=self.town.parent, name="暨阳")

        self.assertEqual(self.autocomplete("暨阳"), ["诸暨市（浙江省绍兴市）"])

    def test_short_name_touched_by_an_editor_becomes_the_editors(self):
        county = self.town.parent
        alias = RegionAlias.objects.create(region=county, name="诸暨", origin=RegionAlias.Origin.DERIVED)

        self.client.post(
            reverse("admin:regions_region_change", args=[county.pk]),
            {
                "name": county.name,
                "code": county.code,
                "level": county.level,
                "parent": county.parent_id,
                "aliases-TOTAL_FORMS": 1,
                "aliases-INITIAL_FORMS": 1,
                "aliases-0-id": alias.pk,
                "aliases-0-region": county.pk,
                "aliases-0-name": "暨阳",
            },
        )

        alias.refresh_from_db()
        self.assertEqual((alias.name, alias.origin), ("暨阳", "editor"))
        self.assertEqual(Region.objects.get(pk=county.pk).name, "诸暨市")
