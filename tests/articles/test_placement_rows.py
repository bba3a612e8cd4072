import json

from django.test import TestCase
from django.urls import reverse

from articles.models import Placement
from newsroom.groups import EDITOR, REPORTER
from tests.factories import (
    illustrate,
    make_article,
    make_desk,
    make_issue,
    make_page,
    make_published,
    make_user,
    place,
    story_form,
)

DRAWN = [[0, 0], [50, 0], [50, 30]]


def page_address(page):
    return reverse("admin:articles_page_change", args=[page.pk])


def typed(rows, **row):
    """One row; a browser sends along what a hotspot was when the form was opened."""
    fields = {f"{rows}-0-{name}": value for name, value in row.items()}
    fields[f"initial-{rows}-0-hotspot"] = json.dumps(DRAWN)
    return {f"{rows}-TOTAL_FORMS": 1, f"{rows}-INITIAL_FORMS": 1 if row.get("id") else 0, **fields}


class PlacingTestCase(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))
        self.page = make_page()
        self.article = make_article()
        self.placement = place(article=self.article, page=self.page, hotspot=DRAWN)

    def save_story(self, **row):
        self.article.refresh_from_db()
        address = reverse("admin:articles_article_change", args=[self.article.pk])
        row = {"id": self.placement.pk, "page": self.page.pk, "order": 0, **row}
        return self.client.post(address, {**story_form(self.article), **typed("placements", **row)})

    def save_page(self, **row):
        form = {"issue": self.page.issue_id, "label": self.page.label, "position": self.page.position}
        row = {"id": self.placement.pk, "article": self.article.pk, "order": 0, "hotspot": "[]", **row}
        return self.client.post(page_address(self.page), {**form, **typed("placements", **row)})


class HotspotTests(PlacingTestCase):
    def test_an_emptied_one_is_none(self):
        for save in (self.save_story, self.save_page):
            for nothing in ("", "null", "[]"):
                Placement.objects.update(hotspot=DRAWN)
                with self.subTest(save=save.__name__, typed=nothing):
                    save(hotspot=nothing)
                    self.assertEqual(Placement.objects.get().hotspot, [])

    def test_what_is_no_polygon_is_refused_in_words(self):
        for save in (self.save_story, self.save_page):
            for senseless in ("{}", '""', "0", "false", "[[0, 0]]", '{"a": 1}', "[[0, 0], [200, 0], [50, 30]]"):
                with self.subTest(save=save.__name__, typed=senseless):
                    self.assertContains(save(hotspot=senseless), "热区")
        self.assertEqual(Placement.objects.get().hotspot, DRAWN)


class AnotherStoryTests(PlacingTestCase):
    def test_takes_over_no_turning(self):
        before, after = [place(article=self.article, page=self.other_page(label)) for label in ("01", "08")]
        Placement.objects.filter(pk=self.placement.pk).update(continued_from=before)
        Placement.objects.filter(pk=after.pk).update(continued_from=self.placement)
        other = make_article()

        self.save_page(article=other.pk)

        self.assertEqual(Placement.objects.get(pk=self.placement.pk).article, other)
        self.assertFalse(Placement.objects.exclude(continued_from=None).exists())

    def other_page(self, label):
        return make_page(issue=self.page.issue, label=label)


class PageFormSecretsTests(TestCase):
    def test_a_reporter_reads_no_headlines_of_other_desks_drafts(self):
        page, desk = make_page(), make_desk()
        make_article(headline="别部门的机密", page=page, desk=make_desk())
        make_article(headline="本部门的稿", page=page, desk=desk)
        make_published(headline="见报的稿", page=page, desk=make_desk())
        self.client.force_login(make_user(group=REPORTER, desk=desk))

        response = self.client.get(page_address(page))

        self.assertNotContains(response, "别部门的机密")
        self.assertContains(response, "本部门的稿")
        self.assertContains(response, "见报的稿")


class TwiceTheSameTests(PlacingTestCase):
    def refusal(self, rows, name, record, **row):
        form = {f"{rows}-{number}-{key}": value for number in (0, 1) for key, value in {name: record.pk, **row}.items()}
        address = reverse("admin:articles_article_change", args=[self.article.pk])
        counts = {f"{rows}-TOTAL_FORMS": 2}
        return self.client.post(address, {**story_form(self.article), **counts, **form})

    def test_is_said_in_words(self):
        photo = illustrate(article=make_article()).photo
        page = make_page(issue=make_issue(on=self.page.issue.date, edition="extra"))

        self.assertContains(self.refusal("placements", "page", page, order=0), "上版：有两行的版相同，请只留一行。")
        self.assertContains(self.refusal("illustrations", "photo", photo, order=0), "配图：有两行的图片相同")
