"""Nothing lost, nothing invented: whatever the text, each of its words stands in one span and in the result."""

import re
from collections import Counter
from dataclasses import replace
from unittest import TestCase

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.reading.page import read_page
from tests.hanging import does_not_hang
from wording.typography import narrow_letters, remove_unseen

PHRASES = st.sampled_from(
    re.findall(
        "[^_\n]+",
        """
本报讯_记者林岚_通讯员何青、江望_报道_摄_摄影报道_（记者 方新）_日前，_今年3月，_工人们在车间里_活动圆满结束。_“我们_”
新华社杭州3月2日电_来源：江畔日报_编者按：_（上接第1版）_图为培训现场。_责任编辑：叶生_，。_文/图_《_》_（完）_并_第02版_
江畔区总工会_送清凉_１２_PM2.5_　　_走基层_——_他说：_▲_【编者按】
受访者供图_林岚 何青_（作者系_记者：_通讯员_夜校上课现场
问：_答：_（林岚 摄）_题：_2024-05-06 08:30_①3_“雪龙”号_详见3版_http://example.org_（附图片）_的夜晚，_林 岚_图为
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
    return re.sub(r"[\W_]+", "", narrow_letters(remove_unseen(text)))


def gaps_and_overlaps(text, reading):
    """Where the spans do not cut the text into pieces, each behind the one before it."""
    edges = [0, *(edge for span in reading.spans for edge in (span.start, span.end)), len(text)]
    touching = all(end == start for end, start in zip(edges[::2], edges[1::2], strict=True))
    return not touching or any(span.start >= span.end for span in reading.spans)


def said_otherwise(text, reading):
    """The kinds of which a story's words are not those of its spans, word for word in their order."""
    for number, story in enumerate(reading.stories):
        for kind, texts in FIELDS.items():
            if Counter(words_of("".join(texts(story)))) != Counter(words_in(text, reading, number, kind)):
                yield number, kind
        body = [words_in(text, reading, number, kind) for kind in ("paragraph", "subhead")]
        if body != [words_of("".join(FIELDS[kind](story))) for kind in ("paragraph", "subhead")]:
            yield number, "order of the body"
    outside = words_of("".join(text[span.start : span.end] for span in reading.spans if span.story is None))
    if Counter(outside) != Counter(words_of("".join(reading.page_heads + reading.unread))):
        yield None, "unread"


def words_in(text, reading, number, kind):
    spans = [span for span in reading.spans if span.story == number and LINES.get(span.kind, span.kind) == kind]
    return words_of("".join(text[span.start : span.end] for span in spans))


TEXTS = st.one_of(PAGES, st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.text(alphabet=st.characters()))


class NothingLostTests(TestCase):
    @settings(max_examples=120, deadline=None)
    @given(TEXTS)
    def test_every_character_lies_in_exactly_one_span(self, text):
        self.assertFalse(gaps_and_overlaps(text, read_page(text)))

    @settings(max_examples=120, deadline=None)
    @given(TEXTS)
    def test_every_word_stands_in_the_result_as_what_its_span_says(self, text):
        self.assertEqual(list(said_otherwise(text, read_page(text))), [])


STORY = "下了班上夜校\n本报讯（记者 林岚）江畔区的工人们度过了一个夜晚。\n送清凉\n今年以来，这样的夜晚有过十二次。"


class ProofTests(TestCase):
    """The two properties above would not hold of a reader that loses or invents something."""

    def test_a_dropped_piece_is_noticed(self):
        reading = read_page(STORY)
        del reading.spans[3]

        self.assertTrue(gaps_and_overlaps(STORY, reading))

    def test_an_overlap_is_noticed(self):
        reading = read_page(STORY)
        reading.spans[3] = replace(reading.spans[3], start=reading.spans[3].start - 1)

        self.assertTrue(gaps_and_overlaps(STORY, reading))

    def test_a_lost_word_a_doubled_one_and_an_exchange_are_noticed(self):
        for change in (lambda text: text[:-2], lambda text: text + "的", lambda text: text[::-1]):
            reading = read_page(STORY)
            reading.stories[0].body[0].text = change(reading.stories[0].body[0].text)
            self.assertTrue(list(said_otherwise(STORY, reading)))

    def test_a_word_said_to_be_something_else_is_noticed(self):
        reading = read_page(STORY)
        reading.stories[0].kicker, reading.stories[0].headline = reading.stories[0].headline, ""

        self.assertTrue(list(said_otherwise(STORY, reading)))


HOSTILE = [
    "记者",
    "王",
    "（",
    "（）",
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
    "①3",
    "。李 ",
]
UNLIKELY = [
    "\ud800中",
    "\x00\x07\x1c",
    "夜校（李凡 摄）\n",
    "名：你好\n",
    "江畔网江畔报",
    "来源：",
    "（附",
    "▲",
    "http://a",
]
SIZE = 150_000  # characters
MOST_LINES = 20_000


class HostileTextTests(TestCase):
    def test_does_not_hang(self):
        for hostile in HOSTILE + UNLIKELY:
            times = min(SIZE // len(hostile), MOST_LINES if hostile.splitlines() != [hostile] else SIZE)
            with self.subTest(hostile), does_not_hang():
                read_page(hostile * times)
