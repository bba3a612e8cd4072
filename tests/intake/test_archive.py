from django.core.management import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from tests.factories import make_contributor
from tests.intake.documents.samples import zipped
from tests.intake.files import ArchiveTests
from tests.intake.test_corrections import TWO
from tests.intake.test_drafting import STORY

CORRECTED = TWO.replace("凉茶", "绿豆汤")


class ReferenceTests(ArchiveTests):
    def test_says_where_in_its_archive_a_text_stood(self):
        self.put("2003/0302/A02.txt")
        self.put("1987.zip", zipped(("0102/A03.txt", TWO.encode())))

        self.take()

        self.assertEqual(self.references(), ["江畔日报/1987.zip/0102/A03.txt", "江畔日报/2003/0302/A02.txt"])

    def test_two_archives_with_one_name_for_a_folder_are_told_apart(self):
        self.put("2003/0302/A02.txt")
        self.take("--archive", "江畔晚报")
        self.put("2003/0302/A02.txt", TWO)

        self.take()

        self.assertEqual(self.references(), ["江畔日报/2003/0302/A02.txt", "江畔晚报/2003/0302/A02.txt"])
        self.assertEqual(self.remarks(), [])

    def test_a_single_file_has_none_unless_its_archive_is_named(self):
        self.intake(self.put("甲.txt"))
        self.intake(self.put("乙.txt", TWO), "--archive", "旧稿")

        self.assertEqual(self.references(), ["", "旧稿/乙.txt"])

    def test_a_folder_read_as_one_issue_has_none(self):
        """It calls its files alike every day."""
        self.put("02.txt")

        self.take("--date", "2023-03-02")

        self.assertEqual(self.references(), [""])

    def test_a_very_long_path_is_kept_short_and_told_apart(self):
        for text in (STORY, TWO):
            self.put("/".join(["长" * 80] * 7) + f"/{len(text)}.txt", text)

        self.take()

        self.assertEqual(len(set(self.references())), 2)
        self.assertTrue(all(len(reference) <= 500 for reference in self.references()))


class ChangedTests(ArchiveTests):
    def setUp(self):
        super().setUp()
        self.file = self.put("2003/0302/A02.txt", TWO)
        self.take()

    def headlines(self):
        return list(Article.objects.order_by("id").values_list("headline", flat=True))

    def test_a_corrected_file_is_reported_and_nothing_is_doubled(self):
        self.file.write_text(CORRECTED)

        self.take()

        self.assertEqual(self.remarks(), [("江畔日报/2003/0302/A02.txt", "", "changed")])
        self.assertEqual(Article.objects.count(), 2)

    def test_update_drafts_the_story_whose_words_are_new(self):
        first = set(Article.objects.all())
        self.file.write_text(CORRECTED)

        self.take("--update")

        [new] = set(Article.objects.all()) - first
        self.assertEqual((new.body, new.headline), ("天热了，工会给工友送来绿豆汤。", "送清凉"))
        self.assertEqual([doubt.code for doubt in new.doubts.all()], ["changed-since"])
        self.assertEqual(str(new.pages.get().issue.date), "2003-03-02")
        self.assertEqual(self.references(), ["江畔日报/2003/0302/A02.txt", "江畔日报/2003/0302/A02.txt//1"])

    def test_no_draft_is_overwritten(self):
        Article.objects.update(body="编辑改过的正文。")
        self.file.write_text(CORRECTED)

        self.take("--update")

        self.assertEqual(Article.objects.filter(body="编辑改过的正文。").count(), 2)

    def test_a_third_form_doubles_no_story_of_the_first(self):
        self.file.write_text(CORRECTED)
        self.take("--update")
        self.file.write_text(TWO + "\n\n过节了\n\n本报讯 记者林岚报道 工友们欢聚一堂。")

        self.take("--update")
        self.take("--update")

        self.assertEqual(self.headlines(), ["送清凉", "下了班上夜校", "送清凉", "过节了"])

    def test_a_file_that_was_moved_is_recognised_and_takes_its_reference_along(self):
        self.file.rename(self.archive / "2003/A02.txt")

        self.take()

        self.assertEqual((self.references(), self.remarks()), (["江畔日报/2003/A02.txt"], []))
        self.assertEqual(Article.objects.count(), 2)

    def test_a_copy_is_recognised_and_the_first_keeps_the_reference(self):
        self.put("抄件/A02.txt", TWO)

        self.take()

        self.assertEqual(self.references(), ["江畔日报/2003/0302/A02.txt"])
        self.assertEqual(Article.objects.count(), 2)

    def test_two_files_that_changed_places_are_recognised(self):
        other = self.put("2003/0302/A03.txt")
        self.take()
        self.file.write_text(STORY)
        other.write_text(TWO)

        self.take("--update")

        self.assertEqual(Article.objects.count(), 3)
        self.assertEqual({code for _reference, _part, code in self.remarks()}, {"elsewhere"})

    def test_a_text_that_came_by_hand_learns_its_reference(self):
        hand = self.folder / "来稿.txt"
        hand.write_text(STORY)
        self.intake(hand)
        self.put("2003/0303/A01.txt", STORY + "\n")

        self.take()

        self.assertIn("江畔日报/2003/0303/A01.txt", self.references())

    def test_update_without_an_archive_is_refused(self):
        with self.assertRaisesMessage(CommandError, "--update"):
            self.intake(self.file, "--update")


class QueryTests(ArchiveTests):
    def queries(self, texts):
        with CaptureQueriesContext(connection) as captured:
            self.take()
        return len(captured) / texts

    def test_a_file_that_came_before_costs_two_queries(self):
        for number in range(5):
            self.put(f"2003/0302/A{number + 1:02}.txt", STORY.replace("夜校", f"第{number}校"))
        self.take()

        self.assertEqual(self.queries(5), 2)

    def test_a_story_more_costs_as_little_in_a_page_of_three_as_of_two(self):
        make_contributor(name="林岚")
        counts = []
        for stories in (1, 2, 3):
            heads = [f"过节{'一二三'[number]}第{stories}回" for number in range(stories)]
            self.put(f"{stories}.txt", "\n\n".join(f"{head}\n\n本报讯 记者林岚报道 工友们欢聚一堂。" for head in heads))
            counts.append(self.queries(1))

        self.assertEqual(counts[2] - counts[1], counts[1] - counts[0])

    def test_the_register_is_not_asked_for_its_names_again_and_again(self):
        make_contributor(name="江望")
        for number in range(3):
            self.put(f"{number}.txt", STORY.replace("夜校", f"第{number}校"))

        with CaptureQueriesContext(connection) as captured:
            self.take()

        asked = [
            query["sql"] for query in captured if 'AS "pk"' in query["sql"] and "bylines_contributor" in query["sql"]
        ]
        self.assertEqual(["> 0" in sql for sql in asked], [True, False, False])
