from unittest import TestCase

from wording.doubling import doubled


def shown(text):
    return [(text[slip.start : slip.end], slip.suggestion) for slip in doubled(text)]


class DoublingTests(TestCase):
    def test_shows_what_was_typed_twice(self):
        self.assertEqual(shown("美丽的的家乡"), [("的的", "的")])
        self.assertEqual(shown("对此进行进行研究"), [("进行进行", "进行")])
        self.assertEqual(shown("浙江省总工会浙江省总工会主席"), [("浙江省总工会浙江省总工会", "浙江省总工会")])
        self.assertEqual(shown("春天，，花开。，"), [("，，", "，"), ("。，", None)])

    def test_leaves_words_that_chinese_doubles(self):
        words = "天天 谢谢 刚刚 常常 高高兴兴 研究研究 哈哈哈哈 一步一步 哗啦哗啦"
        more = "的的确确 不甚了了 面对面对话 走着走着 人人 种种"

        self.assertEqual(shown(f"{words} {more}"), [])

    def test_leaves_words_that_merely_meet(self):
        text = "以盈利为目的的机构 除了了解情况 为了了解 工会会员 现在在建 还是是非分明 作为为民服务 成都都市 自由由来"

        self.assertEqual(shown(text), [])
