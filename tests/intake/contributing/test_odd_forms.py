"""Whatever comes in as a form: never an error of ours, and what was typed comes back or is handed in."""

from posixpath import basename

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from desk.models import Tries
from intake.contributing.photos import DOCUMENT
from intake.models import Contribution
from tests.intake.contributing.forms import TEXT, AtTheForm, work

SIGNS = st.characters(codec="utf-8") | st.sampled_from("\x00\x07\u202e\u200b\ufeff\U0002000b<&\"'\r\n")
WORDS = st.text(SIGNS, max_size=60) | st.sampled_from(["=1+1", "9" * 400, "诸暨", "-1"])
NAMES = ["headline", "text", "name", "unit", "phone", "email", "region", "column", "sent", "elsewhere", "ai", "agreed"]
NAMES += ["consent", "once", "basket", "website", "caption-photo-0", "out-photo-0", "photo-99", "document"]
FILE_NAMES = st.text(SIGNS, min_size=1, max_size=20).filter(lambda name: basename(name) not in ("", ".", ".."))
FILES = st.dictionaries(
    st.sampled_from([DOCUMENT, "photo-0", "photo-19", "photo-20"]),
    st.builds(SimpleUploadedFile, FILE_NAMES, st.binary(max_size=80)),
    max_size=2,
)
OFTEN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class OddFormTests(AtTheForm, TestCase):
    def setUp(self):
        self.open_the_form()

    def post(self, said):
        Tries.objects.all().delete()
        return self.client.post(reverse("submit_page"), said)

    @OFTEN
    @given(st.dictionaries(st.sampled_from(NAMES), WORDS, max_size=8), FILES)
    def test_is_answered(self, odd, files):
        response = self.post({**self.fields(), **odd, **files})

        self.assertIn(response.status_code, (302, 400))

    @OFTEN
    @given(st.text(SIGNS, max_size=300), st.text(SIGNS, min_size=1, max_size=80), st.text(SIGNS, max_size=200))
    def test_what_is_handed_in_is_read_as_it_was_typed(self, text, headline, caption):
        response = self.post(self.fields(text=f"{TEXT}\n{text}", headline=headline))
        if response.status_code != 302:
            return
        one = Contribution.objects.latest("pk")
        work()

        one.letter.refresh_from_db()
        self.assertIsNotNone(one.letter.read_at)
        self.assertEqual(one.letter.text.splitlines()[0], TEXT.splitlines()[0])
        self.assertNotIn("失败", one.letter.reason)
