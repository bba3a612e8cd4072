import re
import tempfile
from pathlib import Path
from unittest.mock import patch

import polib
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.test import SimpleTestCase, TestCase
from django.utils.translation import gettext as _

from newsroom.handbook import screens
from newsroom.handbook.book import FOLDER, the_book
from newsroom.handbook.reading import read
from tests.factories import make_user

NAMED = re.compile(r"「([^」]+)」")
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\[[^\]]*\]\(([^)]+)\)")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|[A-Z]{3,}|\d+")
CATALOGUES = [
    settings.BASE_DIR / "locale/zh_Hans/LC_MESSAGES/django.po",
    *(Path(admin.__file__).parent / "locale/zh_Hans/LC_MESSAGES").glob("*.po"),
]


def sources():
    """The chapters' words, without what they quote as code."""
    return {path.stem: CODE.sub("", path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.md"))}


def interface_names():
    """All that the interface says, with what stands for figures and names left open."""
    said = [text for path in CATALOGUES for entry in polib.pofile(str(path)) for text in texts(entry)]
    return {PLACEHOLDER.sub("…", text) for text in said}


def texts(entry):
    return [entry.msgstr, *entry.msgstr_plural.values()]


def screens_of_the_admin():
    return {pattern.name for pattern in walked(admin.site.get_urls()) if pattern.name}


def walked(patterns):
    for pattern in patterns:
        yield from walked(pattern.url_patterns) if hasattr(pattern, "url_patterns") else [pattern]


class HandbookTests(SimpleTestCase):
    def test_every_chapter_stands_in_the_index(self):
        self.assertEqual(set(sources()) - {"index"}, set(the_book().chapters))

    def test_every_link_leads_somewhere(self):
        anchors = {slug: read(source, {}).html for slug, source in sources().items()}
        lost = [
            f"{slug}: {link}"
            for slug, source in sources().items()
            for link in LINK.findall(source)
            if not leads(link, slug, anchors)
        ]

        self.assertEqual(lost, [])

    def test_every_picture_is_shown_and_every_picture_shown_is_there(self):
        shown = {link for source in sources().values() for link in LINK.findall(source) if link.endswith(".webp")}

        self.assertEqual(shown, {f"pictures/{path.name}" for path in (FOLDER / "pictures").iterdir()})

    def test_pictures_say_what_they_show(self):
        self.assertNotIn("![](", "".join(sources().values()))

    def test_pictures_are_light(self):
        heavy = [path.name for path in (FOLDER / "pictures").iterdir() if path.stat().st_size > 70_000]

        self.assertEqual(heavy, [])

    def test_every_name_is_one_of_the_interface(self):
        known = interface_names()
        unknown = [
            f"{slug}: {name}"
            for slug, source in sources().items()
            for name in NAMED.findall(source)
            if PLACEHOLDER.sub("…", name) not in known
        ]

        self.assertEqual(unknown, [])

    def test_markup_of_a_browser_stays_words(self):
        self.assertNotIn("<script", read("# 章\n\n<script>alert(1)</script> <b>粗</b>", {}).html)


def leads(link, slug, anchors):
    if link.endswith(".webp"):
        return (FOLDER / link).is_file()
    name, _hash, anchor = link.partition("#")
    chapter = name.removesuffix(".md") or slug
    return chapter in anchors and (not anchor or f'id="{anchor}"' in anchors[chapter])


class HandbookPageTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_staff=True))

    def test_every_chapter_opens(self):
        for slug, chapter in the_book().chapters.items():
            with self.subTest(slug):
                self.assertContains(self.client.get(f"/admin/handbook/{slug}/"), chapter.title)

    def test_begins_with_the_contents(self):
        response = self.client.get("/admin/handbook/")

        for chapter in the_book().chapters.values():
            self.assertContains(response, f"/admin/handbook/{chapter.slug}/")

    def test_turns_to_the_chapters_beside(self):
        first, second, third = list(the_book().chapters)[:3]

        response = self.client.get(f"/admin/handbook/{second}/")

        self.assertContains(response, f'rel="prev" href="/admin/handbook/{first}/"')
        self.assertContains(response, f'rel="next" href="/admin/handbook/{third}/"')

    def test_no_chapter_of_that_name(self):
        self.assertEqual(self.client.get("/admin/handbook/poetry/").status_code, 404)

    def test_hands_out_its_pictures(self):
        name, picture = next(iter(the_book().pictures.items()))

        response = self.client.get(f"/admin/handbook/pictures/{name}")

        self.assertEqual((response["Content-Type"], response.content), ("image/webp", picture.content))

    def test_hands_out_nothing_else(self):
        for name in ["take.py", "..%2Findex.md", "%2e%2e/%2e%2e/settings.py", "..%5cindex.md", "%2fetc%2fpasswd", "."]:
            with self.subTest(name):
                self.assertEqual(self.client.get(f"/admin/handbook/pictures/{name}").status_code, 404)

    def test_is_for_the_newsroom_alone(self):
        self.client.logout()
        picture = next(iter(the_book().pictures))

        for address in ["", "board/", f"pictures/{picture}"]:
            with self.subTest(address):
                self.assertRedirects(
                    self.client.get(f"/admin/handbook/{address}"),
                    f"/admin/login/?next=/admin/handbook/{address}",
                    fetch_redirect_response=False,
                )

    def test_is_read_and_not_written_to(self):
        self.assertEqual(self.client.post("/admin/handbook/board/").status_code, 405)


class HandbookLinkTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def test_a_screen_leads_to_its_chapter(self):
        response = self.client.get("/admin/waiting/")

        self.assertContains(response, "/admin/handbook/review/#")
        self.assertContains(response, _("Handbook: %(chapter)s") % {"chapter": the_book().chapters["review"].title})

    def test_asks_the_database_nothing(self):
        self.client.get("/admin/handbook/")

        with self.assertNumQueries(2 + 1):  # session and user; the paper's name in the head
            self.client.get("/admin/handbook/board/")

    def test_hides_where_the_docs_were_not_deployed(self):
        with tempfile.TemporaryDirectory() as empty, patch.object(screens, "the_book", lambda: the_book(Path(empty))):
            response = self.client.get("/admin/waiting/")

        self.assertNotContains(response, "/admin/handbook/")


class ScreenTests(SimpleTestCase):
    def test_every_screen_of_the_admin_has_its_chapter(self):
        unexplained = {
            name
            for name in screens_of_the_admin()
            if not screens.place_in_book(name)
            and name not in screens.TECHNICAL
            and screens.model_of(name) not in screens.TECHNICAL_MODELS
        }

        self.assertEqual(unexplained - {"handbook", "handbook_chapter", "handbook_picture"}, set())

    def test_every_place_named_is_in_the_book(self):
        chapters = the_book().chapters
        lost = [
            place
            for place in [*screens.SCREENS.values(), *screens.MODELS.values()]
            if not leads(place, "", {slug: chapter.text.html for slug, chapter in chapters.items()})
        ]

        self.assertEqual(lost, [])

    def test_no_screen_is_named_that_is_not_there(self):
        models = {f"{model._meta.app_label}_{model._meta.model_name}" for model in apps.get_models()}

        self.assertLessEqual(set(screens.SCREENS), screens_of_the_admin())
        self.assertLessEqual(set(screens.MODELS), models)
