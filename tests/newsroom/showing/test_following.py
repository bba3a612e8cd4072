"""Which newer stories lead to one that comes out among older ones."""

from datetime import timedelta

from django.test import TestCase, override_settings
from django.utils import timezone

from articles import publishing
from pagecache.models import Change
from pagecache.showing import recording
from tests.factories import make_article, make_column, make_published, make_town


class FollowingTests(TestCase):
    def setUp(self):
        self.now = timezone.now()
        self.column = make_column()

    def out(self, *, days, stories=1):
        hour = self.now - timedelta(days=days)
        return [make_published(at=hour, column=self.column).pk for _story in range(stories)]

    def told(self, *, days):
        """The stories that are said to lead elsewhere, once another comes out that is dated back."""
        with override_settings(PAGE_CACHE="database"):
            publishing.publish(make_article(stage="ready", column=self.column), at=self.now - timedelta(days=days))
        names = {name for names in Change.objects.values_list("names", flat=True) for name in names.split()}
        return {int(name.partition(":")[2]) for name in names if name.startswith("related:")}

    def test_all_of_one_hour_lead_to_what_came_before(self):
        of_one_issue = self.out(days=2, stories=9)
        self.out(days=1)

        self.assertEqual(self.told(days=3), set(of_one_issue))

    def test_of_single_ones_the_next_six(self):
        newer = [pk for days in range(9, 0, -1) for pk in self.out(days=days)]

        self.assertEqual(self.told(days=10), set(newer[:6]))

    def test_none_of_its_own_hour(self):
        self.out(days=2, stories=2)

        self.assertEqual(self.told(days=2), set())

    def test_all_where_there_are_fewer(self):
        newer = self.out(days=1, stories=2)

        self.assertEqual(self.told(days=3), set(newer))


class PlacesTests(TestCase):
    def test_a_town_that_becomes_a_county_leads_its_stories_elsewhere(self):
        """They led to those of the county around it as well."""
        town = make_town()
        story = make_published(regions=[town])
        with recording() as shown:
            self.client.get(story.get_absolute_url())

        town.level = town.Level.COUNTY
        with override_settings(PAGE_CACHE="database"):
            town.save()

        self.assertIn(f"regions_above:{town.pk}", shown & set(Change.objects.get().names.split()))
