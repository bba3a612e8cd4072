"""Rows that take each other's place in one save: refused in words, or done, and never by the database's own error."""

from django.test import TestCase
from django.urls import reverse

from tests.factories import make_article, make_issue, make_page, make_user, place
from tests.newsroom.rights import rows


class PlacementTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))
        self.page = make_page()
        self.stories = {name: make_article(headline=name) for name in "甲乙丙"}
        self.rows = [place(article=self.stories[name], page=self.page) for name in "甲乙"]

    def send(self, *names, initial=2, **more):
        page, sent = self.page, rows(placements=(len(names), initial))
        sent |= {"issue": page.issue_id, "label": page.label, "name": page.name, "position": page.position}
        for number, name in enumerate(names):
            row = self.rows[number].pk if number < initial else ""
            said = {"id": row, "page": page.pk, "order": number, "article": self.stories[name].pk, "hotspot": "[]"}
            sent |= {f"placements-{number}-{field}": value for field, value in said.items()}
        return self.client.post(reverse("admin:articles_page_change", args=[page.pk]), sent | more)

    def stand(self):
        return [row.article.headline for row in self.page.placements.order_by("order").select_related("article")]

    def test_two_stories_that_change_places(self):
        self.assertContains(self.send("乙", "甲"), "只调整顺序")

    def test_a_story_in_the_place_of_one_that_moves_on(self):
        self.assertContains(self.send("乙", "丙"), "只调整顺序")

    def test_a_story_in_whose_own_row_it_is_taken_out(self):
        self.assertContains(self.send("乙", "乙", **{"placements-1-DELETE": "on"}), "只调整顺序")

    def test_a_row_that_was_not_sent(self):
        self.assertContains(self.send("乙", initial=1), "只调整顺序")

    def test_a_new_row_takes_what_another_one_leaves(self):
        self.assertEqual(self.send("丙", "甲", initial=1).status_code, 302)
        self.assertEqual(sorted(self.stand()), ["丙", "乙", "甲"])


class LabelTests(TestCase):
    def test_two_pages_that_change_their_labels(self):
        self.client.force_login(make_user(is_superuser=True))
        issue = make_issue()
        sent = {"date": issue.date, "edition": "", **rows(pages=(2, 2))}
        for number, (label, other) in enumerate([("01", "02"), ("02", "01")]):
            page = make_page(issue=issue, label=label)
            said = {"id": page.pk, "issue": issue.pk, "position": page.position, "label": other, "name": page.name}
            sent |= {f"pages-{number}-{field}": value for field, value in said.items()}

        response = self.client.post(reverse("admin:articles_issue_change", args=[issue.pk]), sent)

        self.assertContains(response, "只调整顺序")
