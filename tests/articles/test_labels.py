from django.db import IntegrityError, transaction
from django.test import TestCase

from articles.models import Channel, Column, Genre
from tests.factories import make_issue, make_page, make_published, make_user


class AddressOfALabelTests(TestCase):
    def test_is_the_name_where_it_can_be(self):
        self.assertEqual(Column.objects.create(name="枫桥经验").slug, "枫桥经验")

    def test_is_a_number_for_a_name_without_a_letter(self):
        self.assertEqual([Column.objects.create(name=name).slug for name in ("★★", "☆☆")], ["1", "2"])

    def test_is_numbered_where_another_name_reads_alike(self):
        slugs = [Column.objects.create(name=name).slug for name in ("枫桥经验", "“枫桥经验”", "枫桥经验！")]

        self.assertEqual(slugs, ["枫桥经验", "枫桥经验-2", "枫桥经验-3"])

    def test_stays_its_own_when_it_is_emptied(self):
        column = Column.objects.create(name="枫桥经验")
        column.slug = ""
        column.save()

        self.assertEqual(column.slug, "枫桥经验")

    def test_is_never_empty_in_the_database(self):
        for label in (Column, Channel, Genre):
            label.objects.create(name="★")
            with self.assertRaises(IntegrityError), transaction.atomic():
                label.objects.update(slug="")

    def test_fits_however_long_the_name_becomes_in_writing(self):
        slugs = [Column.objects.create(name="㍿" * 99 + mark).slug for mark in ("！", "？")]

        self.assertLessEqual(max(map(len, slugs)), 100)


class NamelessLabelTests(TestCase):
    def test_its_stories_and_the_front_page_are_still_read(self):
        column = Column.objects.create(name="★★")
        story = make_published(column=column, page=make_page(issue=make_issue()))

        for address in ("/", story.get_absolute_url(), column.get_absolute_url()):
            self.assertContains(self.client.get(address), "★★")

    def test_the_admin_takes_names_that_read_alike(self):
        self.client.force_login(make_user(is_superuser=True))

        for name in ("枫桥经验", "“枫桥经验”", "★★"):
            response = self.client.post("/admin/articles/column/add/", {"name": name, "slug": "", "order": 0})
            self.assertEqual(response.status_code, 302, name)

        self.assertEqual(set(Column.objects.values_list("slug", flat=True)), {"枫桥经验", "枫桥经验-2", "1"})

    def test_the_admin_names_an_address_that_is_taken(self):
        Column.objects.create(name="基层见闻", slug="grassroots")
        self.client.force_login(make_user(is_superuser=True))

        response = self.client.post("/admin/articles/column/add/", {"name": "新专栏", "slug": "grassroots", "order": 0})

        self.assertContains(response, "已存在")
