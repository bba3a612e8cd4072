from django.test import TestCase

from articles.acting import Refusal
from desk.models import AuditEntry
from fees.deciding import divide, give_grade, writers_of
from fees.models import Division, StoryGrade
from tests.factories import correspondent, make_article, make_user
from tests.fees.makers import make_grade, print_story


class GradeTests(TestCase):
    def setUp(self):
        self.story, self.editor = print_story(), make_user()

    def test_another_takes_its_place_and_both_stay_in_the_record(self):
        give_grade(self.story, make_grade("甲"), by=self.editor, words="抓得快")
        give_grade(self.story, make_grade("乙"), by=self.editor)

        self.assertEqual([row.grade.name for row in StoryGrade.objects.standing()], ["乙"])
        self.assertEqual(StoryGrade.objects.count(), 2)
        noted = AuditEntry.objects.filter(verb="grade").order_by("id").values_list("words", flat=True)
        self.assertEqual(list(noted), ["— → 甲 抓得快", "甲 → 乙"])

    def test_the_same_again_is_nothing(self):
        for _time in range(2):
            give_grade(self.story, make_grade(), by=self.editor)

        self.assertEqual(StoryGrade.objects.count(), 1)

    def test_it_can_be_taken_back(self):
        give_grade(self.story, make_grade(), by=self.editor)
        give_grade(self.story, None, by=self.editor)

        self.assertFalse(StoryGrade.objects.standing().exists())

    def test_a_draft_has_none(self):
        with self.assertRaises(Refusal):
            give_grade(make_article(), make_grade(), by=self.editor)


class DivisionTests(TestCase):
    def setUp(self):
        self.story = print_story(by=[correspondent("周永卫"), correspondent("梁昊")])
        self.first, self.second = writers_of(self.story)
        self.editor = make_user()

    def test_is_noted_with_its_reason(self):
        divide(self.story, {self.first: 7, self.second: 3}, by=self.editor, words="主笔")

        division = Division.objects.standing().get()
        self.assertEqual((division.said, division.words, division.decided_by), ("7:3", "主笔", self.editor))
        self.assertEqual(AuditEntry.objects.get(verb="divide").words, "7:3 主笔")

    def test_equal_again(self):
        divide(self.story, {self.first: 7, self.second: 3}, by=self.editor, words="主笔")
        divide(self.story, {}, by=self.editor, words="商定平分")

        self.assertFalse(Division.objects.standing().exists())

    def test_names_all_who_wrote_it_and_no_others(self):
        for weights in ({self.first: 1}, {self.first: 1, self.second: 1, 0: 1}):
            with self.assertRaises(Refusal):
                divide(self.story, weights, by=self.editor, words="主笔")
