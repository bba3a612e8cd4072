from importlib import import_module

from django.apps import apps
from django.test import SimpleTestCase

from articles.models import Article
from intake.models import Source
from tests.intake.documents.samples import zipped
from tests.intake.files import ArchiveTests
from tests.intake.test_corrections import TWO
from tests.intake.test_drafting import STORY

migration = import_module("intake.migrations.0005_file_references")


class EarlierTextTests(ArchiveTests):
    def rewrite(self, name, drink, *options):
        self.put(name, TWO.replace("凉茶", drink))
        self.take(*options)

    def test_no_number_is_given_twice_where_an_earlier_text_went_elsewhere(self):
        for drink in ("凉茶", "绿豆汤", "酸梅汤"):
            self.rewrite("2003/A02.txt", drink, "--update")
        (self.archive / "2003/A02.txt").unlink()
        self.rewrite("2003/A03.txt", "凉茶")

        self.rewrite("2003/A02.txt", "冰水", "--update")

        self.assertEqual(self.remarks(), [])
        self.assertEqual(
            self.references(),
            ["江畔日报/2003/A02.txt", "江畔日报/2003/A02.txt//2", "江畔日报/2003/A02.txt//3", "江畔日报/2003/A03.txt"],
        )

    def test_what_came_before_this_was_kept_learns_its_file(self):
        self.put("1987.zip", zipped(("0102/A02.txt", STORY.encode())))
        self.intake(self.put("来稿.txt", TWO))
        self.take()
        kept = list(Source.objects.values_list("reference", "file_reference"))
        Source.objects.update(file_reference="")

        migration.note_files(apps, None)

        self.assertEqual(list(Source.objects.values_list("reference", "file_reference")), kept)


class LongPathTests(ArchiveTests):
    """Where archive and path together are longer than a reference may be."""

    def setUp(self):
        super().setUp()
        self.file = self.put("/".join(["长" * 80] * 6) + "/1.zip", zipped(("x/1.txt", STORY.encode())))
        self.take()

    def test_a_part_of_such_a_file_knows_its_file(self):
        [source] = Source.objects.all()

        self.assertEqual(source.file_reference, f"江畔日报/{self.file.relative_to(self.archive)}")
        self.assertEqual((len(source.reference), source.reference[-33]), (480, "…"))

    def test_its_copy_is_none_that_was_moved(self):
        [before] = self.references()
        self.put("抄件.zip", self.file.read_bytes())

        for _time in range(2):
            self.take()

        self.assertEqual(self.references(), [before])

    def test_it_takes_its_reference_along_when_it_is_moved(self):
        self.file.rename(self.archive / "1.zip")

        self.take()

        self.assertEqual((self.references(), Article.objects.count()), (["江畔日报/1.zip/x/1.txt"], 1))


class FileOfReferenceTests(SimpleTestCase):
    def test_is_told_by_what_came_before(self):
        for reference, file in (
            ("江畔日报/2003/A02.txt", "江畔日报/2003/A02.txt"),
            ("江畔日报/2003/A02.txt//1", "江畔日报/2003/A02.txt"),
            ("江畔日报/issue.pdf#3//2", "江畔日报/issue.pdf"),
            ("江畔日报/1987.ZIP/0102/A.pdf#3", "江畔日报/1987.ZIP"),
            ("江畔日报/长…" + "0" * 32, ""),
        ):
            with self.subTest(reference):
                self.assertEqual(migration.file_of(reference), file)
