from django.test import TestCase
from django.urls import reverse

from fees.deciding import writers_of
from fees.models import Division, StoryGrade
from newsroom.groups import DESK_EDITOR, EDITOR, FINANCE, REPORTER
from tests.factories import correspondent, make_article, make_desk, make_user
from tests.fees.makers import close, make_card, make_grade, print_story


def address(story):
    return reverse("admin:fees_storygrade_story", args=[story.pk])


class StoryPageTests(TestCase):
    def setUp(self):
        self.desk = make_desk()
        self.story = print_story(by=[correspondent("周永卫"), correspondent("梁昊")], desk=self.desk)
        self.grade = make_grade()

    def send(self, user, **fields):
        self.client.force_login(user)
        return self.client.post(address(self.story), fields)

    def test_an_editor_gives_a_grade_and_says_why(self):
        self.send(make_user(group=EDITOR), _grade="1", grade=self.grade.pk, words="独家")

        given = StoryGrade.objects.standing().get()
        self.assertEqual((given.grade, given.words), (self.grade, "独家"))
        self.assertContains(self.client.get(address(self.story)), "独家")

    def test_an_editor_divides_it(self):
        first, second = writers_of(self.story)

        self.send(make_user(group=EDITOR), _divide="1", words="主笔", **{f"part-{first}": 7, f"part-{second}": 3})

        self.assertEqual(Division.objects.standing().get().said, "7:3")

    def test_what_is_no_number_is_refused_in_words(self):
        first, second = writers_of(self.story)
        for nonsense in ("0", "-1", "x", "9" * 30):
            fields = {f"part-{first}": nonsense, f"part-{second}": 3}
            page = self.send(make_user(group=EDITOR), _divide="1", words="主笔", **fields)

            self.assertEqual(page.status_code, 200)
        self.assertFalse(Division.objects.exists())

    def test_a_desk_editor_decides_for_the_own_desk_only(self):
        for desk, expected in ((make_desk(), 0), (self.desk, 1)):
            self.send(make_user(group=DESK_EDITOR, desk=desk), _grade="1", grade=self.grade.pk)

            self.assertEqual(StoryGrade.objects.count(), expected)

    def test_finance_looks_and_decides_nothing(self):
        page = self.send(make_user(group=FINANCE), _grade="1", grade=self.grade.pk)

        self.assertEqual((page.status_code, StoryGrade.objects.count()), (403, 0))
        self.assertContains(self.client.get(address(self.story)), self.story.headline)

    def test_what_is_paid_is_seen_by_who_sees_the_ledger(self):
        make_card()
        line = close().lines.first()
        seen = []
        for group in (FINANCE, EDITOR):
            self.client.force_login(make_user(group=group))
            seen.append(line.get_absolute_url() in self.client.get(address(self.story)).content.decode())

        self.assertEqual(seen, [True, False])

    def test_a_draft_has_no_such_page(self):
        self.client.force_login(make_user(group=EDITOR))

        self.assertEqual(self.client.get(address(make_article())).status_code, 404)

    def test_the_form_of_a_printed_story_leads_there(self):
        form = reverse("admin:articles_article_change", args=[self.story.pk])
        seen = []
        for group in (EDITOR, REPORTER):
            self.client.force_login(make_user(group=group))
            seen.append(address(self.story) in self.client.get(form).content.decode())

        self.assertEqual(seen, [True, False])
