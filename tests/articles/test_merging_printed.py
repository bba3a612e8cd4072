from io import StringIO

from django.core.management import call_command

from articles.filing import relist
from articles.merging import undo
from articles.models import Printed
from articles.printed_proof import wrong_prints
from tests.articles.test_merging import MergingTestCase
from tests.factories import correspondent, illustrate, make_photo, make_published, photographer, reporter


def prints_of(person):
    return set(Printed.objects.filter(contributor=person).values_list("article", "role"))


class PrintsOfMergedPeopleTests(MergingTestCase):
    def setUp(self):
        super().setUp()
        self.words = make_published(by=[reporter("周永玮"), correspondent("周永卫"), reporter("何青")])
        self.pictures = make_published(by=[reporter("何青")])
        illustrate(article=self.pictures, photo=make_photo(by=[photographer("周永玮")]))
        relist(self.pictures)
        self.own = prints_of(self.gone)
        self.others = prints_of(self.left)

    def test_are_the_one_persons_as_a_recount_has_them(self):
        self.merge()

        self.assertEqual(
            (len(self.own), prints_of(self.gone), prints_of(self.left)), (2, set(), self.own | self.others)
        )
        self.assertEqual(list(wrong_prints()), [])
        call_command("recount", "--check", stdout=StringIO())

    def test_are_everybodys_own_again_after_it_was_undone(self):
        merging = self.merge()

        undo(merging, by=self.user)

        self.assertEqual((prints_of(self.gone), prints_of(self.left)), (self.own, self.others))
        self.assertEqual(list(wrong_prints()), [])
        call_command("recount", "--check", stdout=StringIO())
