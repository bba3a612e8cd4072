from datetime import date

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.models import Genre
from bylines.models import Byline, Contributor, Role
from fees.deciding import divide, give_grade
from fees.gathering import gather
from fees.reckoning.works import Piece, Sharer
from tests.factories import (
    correspondent,
    illustrate,
    make_article,
    make_column,
    make_photo,
    make_user,
    photographer,
    reporter,
)
from tests.fees.makers import make_card, make_grade, make_rule, print_story, yuan


def march():
    return gather(date(2023, 3, 1), date(2023, 3, 31)).works


class GatheringTests(TestCase):
    def test_a_story_with_all_that_its_fee_hangs_on(self):
        genre, column = Genre.objects.create(name="通讯"), make_column()
        story = print_story(by=[reporter("李凡"), correspondent("周永卫")], genre=genre, column=column, length=812)

        (work,) = march()

        first, second = (Contributor.objects.get(name=name).pk for name in ("李凡", "周永卫"))
        self.assertEqual(work.sharers, (Sharer(first, Role.REPORTER), Sharer(second, Role.CORRESPONDENT)))
        said = (work.piece, work.printed_on, work.characters, work.genre, work.column, work.page, work.page_name)
        self.assertEqual(said, (Piece(story.pk), date(2023, 3, 2), 812, genre.pk, column.pk, "02", "工会"))

    def test_a_photo_is_a_piece_and_its_photographer_is_paid_as_whom_the_credit_says(self):
        photo = make_photo()
        person = Contributor.objects.create(name="马敏", usual_role=Role.REPORTER)
        Byline.objects.create(contributor=person, photo=photo, role=Role.PHOTOGRAPHER, standing=Role.CORRESPONDENT)
        story = print_story(by=[])
        illustrate(article=story, photo=photo)
        story.keep_version(why="edited")

        (work,) = march()

        self.assertEqual(
            (work.piece, work.sharers), (Piece(story.pk, photo.pk), (Sharer(person.pk, Role.CORRESPONDENT),))
        )

    def test_a_photographer_without_standing_is_paid_in_the_usual_role(self):
        Contributor.objects.create(name="马敏", usual_role=Role.SPECIAL_CORRESPONDENT)
        story = print_story(by=[])
        illustrate(article=story, photo=make_photo(by=[photographer("马敏")]))
        story.keep_version(why="edited")

        self.assertEqual([sharer.role for sharer in march()[0].sharers], [Role.SPECIAL_CORRESPONDENT])

    def test_leaves_out_what_is_not_out_and_other_months(self):
        print_story(on=date(2023, 2, 28))
        make_article(by=[correspondent("周永卫")])
        print_story(on=date(2023, 3, 31), headline="在三月")

        self.assertEqual(len(march()), 1)

    def test_an_editor_has_no_share(self):
        print_story(by=[correspondent("周永卫"), (Role.EDITOR, "何嘉禾")])

        self.assertEqual(len(march()[0].sharers), 1)

    def test_lines_of_verse_are_counted_where_a_card_pays_by_them(self):
        verse, prose = (Genre.objects.create(name=name) for name in ("诗歌", "散文"))
        rule = make_rule(name="诗歌", measure="lines", unit=10, part="whole", half_below=0)
        make_card().rates.create(kind="story", genre=verse, amount=yuan("150"), rule=rule)
        for genre in (verse, prose):
            story = print_story(genre=genre)
            story.body = "第一行\n第二行\n\n第三行"
            story.save()

        self.assertEqual(sorted((work.genre, work.lines) for work in march()), [(verse.pk, 3), (prose.pk, 0)])

    def test_parts_hold_as_long_as_the_names_do(self):
        story = print_story(by=[correspondent("周永卫"), correspondent("梁昊")])
        first, second = (Contributor.objects.get(name=name).pk for name in ("周永卫", "梁昊"))
        divide(story, {first: 7, second: 3}, by=make_user(), words="主要由周永卫采写")

        self.assertEqual({one.contributor: one.weight for one in march()[0].sharers}, {first: 7, second: 3})

        Byline.objects.filter(article=story, contributor=second).delete()
        story.keep_version(why="edited")
        self.assertEqual([one.weight for one in march()[0].sharers], [1])

    def test_the_grade_that_stands(self):
        story, grade, lower = print_story(), make_grade(), make_grade("乙")
        give_grade(story, grade, by=make_user())
        give_grade(story, lower, by=make_user())

        self.assertEqual(march()[0].grade, lower.pk)

    def test_asks_as_often_for_many_as_for_one(self):
        counts = []
        for _time in range(2):
            print_story()
            print_story()
            with CaptureQueriesContext(connection) as asked:
                march()
            counts.append(len(asked))

        self.assertEqual(counts[0], counts[1])
