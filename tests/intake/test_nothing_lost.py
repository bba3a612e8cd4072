"""Nothing lost, nothing invented: whatever the text, each of its words stands in one span and in the result."""

import re
import time
from collections import Counter
from unittest import TestCase

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.reading.page import read_page
from wording.typography import narrow_letters, remove_unseen

PHRASES = st.sampled_from(
    re.findall(
        "[^_\n]+",
        """
本报讯_记者林岚_通讯员何青、江望_报道_摄_摄影报道_（记者 方新）_日前，_今年3月，_工人们在车间里_活动圆满结束。_“我们_”
新华社杭州3月2日电_来源：江畔日报_编者按：_（上接第1版）_图为培训现场。_责任编辑：叶生_，。_文/图_《_》_（完）_并_第02版_
江畔区总工会_送清凉_１２_PM2.5_　　_走基层_——_他说：
""",
    )
)
JOINTS = st.sampled_from(["", "", " ", "\n", "\n\n", "\n\n\n\n", "    ", "\r\n", "\t"])
PAGES = st.lists(st.tuples(PHRASES, JOINTS), max_size=40).map(lambda parts: "".join(map("".join, parts)))

FIELDS = {
    "headline": lambda story: [story.headline],
    "kicker": lambda story: [story.kicker],
    "subheadline": lambda story: [story.subheadline],
    "dateline": lambda story: [story.dateline],
    "column": lambda story: [story.column],
    "caption": lambda story: [photo.caption for photo in story.photos],
    "credit": lambda story: story.credit_lines,
    "subhead": lambda story: story.subheads,
    "paragraph": lambda story: story.paragraphs,
    "editors_note": lambda story: [story.editors_note],
    "jump": lambda story: story.jumps,
}
LINES = {"photo_credit": "credit", "source": "credit"}  # all printed among the lines of credits


def words_of(text):
    return Counter(re.sub(r"[\W_]+", "", narrow_letters(remove_unseen(text))))


class NothingLostTests(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(st.one_of(PAGES, st.text(alphabet=st.characters(exclude_categories=["Cs"]))))
    def test_every_character_lies_in_exactly_one_span(self, text):
        at = 0

        for span in read_page(text).spans:
            self.assertEqual(span.start, at)
            self.assertGreater(span.end, at)
            at = span.end

        self.assertEqual(at, len(text))

    @settings(max_examples=60, deadline=None)
    @given(st.one_of(PAGES, st.text(alphabet=st.characters(exclude_categories=["Cs"]))))
    def test_every_word_stands_in_the_result_as_what_its_span_says(self, text):
        reading = read_page(text)

        for number, story in enumerate(reading.stories):
            for kind, texts in FIELDS.items():
                read = sum((words_of(part) for part in texts(story)), Counter())
                self.assertEqual(read, self.words_in(text, reading, number, kind), kind)
        unplaced = sum(map(words_of, reading.page_heads + reading.unread), Counter())
        self.assertEqual(
            unplaced, sum((words_of(text[s.start : s.end]) for s in reading.spans if s.story is None), Counter())
        )

    @staticmethod
    def words_in(text, reading, number, kind):
        spans = [span for span in reading.spans if span.story == number and LINES.get(span.kind, span.kind) == kind]
        return sum((words_of(text[span.start : span.end]) for span in spans), Counter())

    def test_takes_linear_time_on_hostile_text(self):
        for hostile in (
            "记者",
            "王",
            "（",
            "本报讯",
            " ",
            "\n",
            "中\n",
            "“",
            "1月",
            "记者王五、",
            "据",
            "——",
            "图",
            "文/",
            "中 ",
            "a",
        ):
            began = time.process_time()
            read_page(hostile * (60_000 // len(hostile)))
            self.assertLess(time.process_time() - began, 5, hostile)
