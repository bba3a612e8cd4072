from django.test import TestCase

from articles.models import Listing
from regions.models import Region
from tests.factories import make_published, make_region, make_town, make_user


class RegionThatMovesTests(TestCase):
    def setUp(self):
        self.town = make_town()
        self.county = self.town.parent
        self.hangzhou = make_region(code="330100", name="杭州市", level="city")
        self.client.force_login(make_user(is_superuser=True))

    def save(self, region, **fields):
        form = {"name": region.name, "level": region.level, "parent": region.parent_id, **fields}
        rows = {"aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}
        return self.client.post(f"/admin/regions/region/{region.pk}/change/", form | rows)

    def codes_of(self, story):
        return set(Listing.objects.filter(article=story, kind="region").values_list("key", flat=True))

    def test_takes_its_stories_and_those_of_its_towns_along(self):
        stories = [make_published(regions=[self.town]), make_published(regions=[self.county])]

        self.save(self.county, parent=self.hangzhou.pk)

        self.assertEqual(self.codes_of(stories[0]), {"330681104", "330681", "330100", "330000"})
        self.assertEqual(self.codes_of(stories[1]), {"330681", "330100", "330000"})

    def test_leaves_the_stories_of_others_alone(self):
        story = make_published(regions=[self.county.parent])

        self.save(self.county, parent=self.hangzhou.pk)

        self.assertEqual(self.codes_of(story), {"330600", "330000"})

    def test_keeps_its_code(self):
        self.save(self.county, code="330999")

        self.assertEqual(Region.objects.get(pk=self.county.pk).code, "330681")

    def test_comes_under_no_region_of_its_own_level(self):
        response = self.save(self.county, parent=self.county.pk)

        self.assertContains(response, "上级地区的级别必须更高。")
