from unittest import TestCase

from bylines.credits import (
    AGENCY,
    AUTHOR,
    CORRESPONDENT,
    EDITOR,
    INTERN,
    PHOTOGRAPHER,
    REPORTER,
    TRAINEE_REPORTER,
    Credit,
)
from bylines.models import Byline
from bylines.printing import byline_parts, print_byline, print_photo_credit


def reporter(name):
    return Credit(name, REPORTER)


def correspondent(name):
    return Credit(name, CORRESPONDENT)


def photographer(name, standing=""):
    return Credit(name, PHOTOGRAPHER, standing)


class BylineTests(TestCase):
    def test_sets_role_and_name_solid_and_joins_names(self):
        credits = [reporter("林岚"), correspondent("周亦行"), correspondent("何青"), correspondent("江望")]

        self.assertEqual(print_byline(credits), "记者林岚 通讯员周亦行、何青、江望")

    def test_ends_with_reports_after_a_dateline(self):
        self.assertEqual(print_byline([reporter("林岚")], dateline="本报讯"), "记者林岚报道")

    def test_prints_reporters_before_correspondents_and_keeps_the_order_inside_a_role(self):
        credits = [correspondent("何青"), Credit("叶生", INTERN), reporter("江望"), Credit("方新", TRAINEE_REPORTER)]
        credits.append(reporter("林岚"))

        self.assertEqual(print_byline(credits), "记者江望、林岚 见习记者方新 实习生叶生 通讯员何青")

    def test_says_words_and_pictures_of_the_same_people(self):
        credits = [reporter("林岚"), photographer("林岚", REPORTER)]

        self.assertEqual(print_byline(credits, dateline="本报讯"), "记者林岚 摄影报道")

    def test_tells_words_from_pictures_of_different_people(self):
        credits = [photographer("何青", CORRESPONDENT), reporter("林岚")]

        self.assertEqual(print_byline(credits), "记者林岚/文 通讯员何青/摄")

    def test_tells_namesakes_apart_by_the_register(self):
        writes = Byline(role=REPORTER, name="林岚", contributor_id=1)
        same, namesake = (Byline(role=PHOTOGRAPHER, name="林岚", contributor_id=pk) for pk in (1, 2))

        self.assertEqual(print_byline([writes, same]), "记者林岚 摄影报道")
        self.assertEqual(print_byline([writes, namesake]), "记者林岚/文 林岚/摄")

    def test_knows_one_person_under_two_names(self):
        words = Byline(role=REPORTER, name="林岚", contributor_id=1)
        pictures = Byline(role=PHOTOGRAPHER, name="岚子", contributor_id=1)

        self.assertEqual(print_byline([words, pictures]), "记者林岚 摄影报道")

    def test_names_the_editor_behind_those_who_reported(self):
        editor = Credit("江望", EDITOR)

        self.assertEqual(print_byline([editor, reporter("林岚")], dateline="本报讯"), "记者林岚报道 编辑江望")
        self.assertEqual(print_byline([reporter("林岚"), photographer("何青"), editor]), "记者林岚/文 何青/摄 编辑江望")
        self.assertEqual(print_byline([photographer("何青"), editor]), "何青 摄 编辑江望")
        self.assertEqual(print_byline([editor], dateline="本报讯"), "编辑江望")

    def test_prints_an_author_without_a_role_word(self):
        self.assertEqual(print_byline([Credit("江望", AUTHOR)]), "江望")

    def test_spaces_names_of_two_characters_only_when_asked(self):
        credits = [reporter("林岚"), reporter("周亦行")]

        self.assertEqual(print_byline(credits, spaced_names=True), "记者林\u3000岚、周亦行")

    def test_is_nothing_without_credits(self):
        self.assertEqual(print_byline([], dateline="本报讯"), "")

    def test_keeps_each_name_as_a_piece_to_be_linked(self):
        lan, qing = reporter("林岚"), correspondent("何青")

        parts = byline_parts([lan, qing], dateline="本报讯")

        self.assertEqual(
            [(piece.text, piece.credit) for piece in parts if piece.credit], [("林岚", lan), ("何青", qing)]
        )
        self.assertEqual("".join(piece.text for piece in parts), "记者林岚 通讯员何青报道")


class PhotoCreditTests(TestCase):
    def test_names_who_took_it_and_as_whom(self):
        self.assertEqual(print_photo_credit([photographer("何青", CORRESPONDENT)]), "通讯员何青 摄")

    def test_joins_several_photographers(self):
        self.assertEqual(print_photo_credit([photographer("何青"), photographer("江望")]), "何青、江望 摄")

    def test_says_who_supplied_it(self):
        self.assertEqual(print_photo_credit([Credit("江畔区总工会", AGENCY)]), "江畔区总工会 供图")
