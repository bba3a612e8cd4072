from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from newsroom.groups import EDITOR, REPORTER
from tests.factories import illustrate, make_article, make_photo, make_user, photographer

BOARD = reverse("admin:index")


class UnusedPhotosOnTheBoardTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))

    def shown(self):
        return [card.photo.caption for card in self.client.get(BOARD).context["board"].photos]

    def test_are_the_latest_few(self):
        illustrate(article=make_article(), photo=make_photo(caption="用过"))
        make_photo(caption="过期", expires_at=timezone.now())
        for number in range(3):
            make_photo(caption=str(number))

        with patch("newsroom.board.UNUSED_PHOTOS", 2):
            self.assertEqual(self.shown(), ["2", "1"])

    def test_begin_a_story_at_a_press(self):
        photo = make_photo(caption="职工在比赛。")
        self.assertContains(self.client.get(BOARD), f'name="photo" value="{photo.pk}"')

        self.client.post("/admin/articles/article/with-photos/", {"photo": photo.pk})

        story = Article.objects.get()
        self.assertEqual((story.headline, list(story.photos.all())), ("职工在比赛", [photo]))
        self.assertEqual(self.shown(), [])

    def test_are_for_whoever_sees_photos(self):
        make_photo(caption="有图")
        reporter = make_user(group=REPORTER)
        self.client.force_login(reporter)
        self.assertEqual(self.shown(), ["有图"])
        reporter.groups.get().permissions.remove(
            *reporter.groups.get().permissions.filter(codename="view_photo", content_type__app_label="media")
        )

        self.assertEqual(self.shown(), [])

    def test_cost_as_much_for_three_as_for_one(self):
        counts = []
        for more in (1, 2):
            for _number in range(more):
                make_photo(by=[photographer("马敏")], uploaded_by=make_user())
            with CaptureQueriesContext(connection) as captured:
                self.client.get(BOARD)
            counts.append(len(captured))

        self.assertEqual(*counts)
