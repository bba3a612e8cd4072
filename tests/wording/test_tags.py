from unittest import TestCase

from wording.tags import join_tags, split_tags


class TagLineTests(TestCase):
    def test_is_parted_at_chinese_and_western_commas(self):
        self.assertEqual(split_tags("工会，安全生产、劳模；a,b;c\r\nd"), sorted(["工会", "安全生产", "劳模", *"abcd"]))

    def test_keeps_a_space_inside_a_tag(self):
        self.assertEqual(split_tags(" 新时代  枫桥　经验 "), ["新时代 枫桥 经验"])

    def test_names_each_tag_once_and_no_empty_one(self):
        self.assertEqual(split_tags("劳模，，劳模、 ，"), ["劳模"])
        self.assertEqual(split_tags(""), [])

    def test_comes_back_as_it_was_written(self):
        names = ["劳模", "新时代 枫桥", "安全生产"]

        self.assertEqual(split_tags(join_tags(names)), sorted(names))
