from unittest import TestCase

from bylines.finding import at_head
from bylines.placed import name_left
from intake.reading.page import read_page
from tests.bylines.test_reading import people
from wording.folding import fold


def named_at_head(text, after_dateline=False):
    found = at_head(fold(text), after_dateline=after_dateline)
    return ([name for name, _ in people(found.line)], found.line.unsure) if found else None


class PlacedNameTests(TestCase):
    """Names whose surname no list knows, at the head of a paragraph."""

    def test_stand_between_a_role_and_reporting(self):
        self.assertEqual(named_at_head("记者弭小岚报道 夜校开课。"), (["弭小岚"], ("弭小岚",)))
        self.assertEqual(named_at_head("记者贠岚 缑青报道：夜校开课。"), (["贠岚", "缑青"], ("贠岚", "缑青")))
        self.assertEqual(named_at_head("记者弭小岚发自江畔报道 夜校开课。"), (["弭小岚"], ("弭小岚",)))

    def test_stand_between_two_roles(self):
        self.assertEqual(named_at_head("记者㛃小岚 通讯员何大青报道 夜校开课。"), (["㛃小岚", "何大青"], ("㛃小岚",)))
        self.assertEqual(named_at_head("记者林岚 通讯员㛃小岚报道 夜校开课。"), (["林岚", "㛃小岚"], ("㛃小岚",)))

    def test_stand_in_brackets_or_before_a_space_behind_the_dateline(self):
        self.assertEqual(named_at_head("（记者弭小岚 通讯员缑青）夜校开课。"), (["弭小岚", "缑青"], ("弭小岚", "缑青")))
        self.assertEqual(named_at_head("记者弭小岚 夜校开课。", after_dateline=True), (["弭小岚"], ("弭小岚",)))
        self.assertIsNone(named_at_head("记者弭小岚 夜校开课。"))

    def test_may_be_written_in_latin_letters(self):
        self.assertEqual(named_at_head("记者Jane Brook报道 夜校开课。"), (["Jane Brook"], ("Jane Brook",)))

    def test_are_not_seen_in_what_a_reporter_does(self):
        for text in ("记者日前跟随采访团报道 夜校开课。", "记者现场报道 夜校开课。", "记者从市总工会获悉，夜校开课。"):
            self.assertIsNone(named_at_head(text, after_dateline=True), text)

    def test_that_cannot_be_read_are_at_least_a_doubt(self):
        self.assertEqual(name_left("记者弭小岚从市总工会获悉，夜校开课。"), "弭小岚")
        self.assertEqual(name_left("记者弭 岚报道 夜校开课。"), "弭 岚")
        self.assertEqual(name_left("记者来到江畔夜校，看到灯还亮着。"), "")
        self.assertEqual(name_left("记者近日从市总工会获悉，夜校开课。"), "")

    def test_a_story_says_so(self):
        story = read_page("夜校开课了\n本报讯 记者弭小岚从市总工会获悉，夜校昨天开课。\n首批学员三百人。").stories[0]
        self.assertEqual([(doubt.code, doubt.detail) for doubt in story.doubts], [("name-unsure", "弭小岚")])
