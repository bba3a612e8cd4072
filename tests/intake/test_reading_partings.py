from unittest import TestCase

from tests.intake.test_reading_stories import BODY, MORE, names, read

SIGNED = ["送清凉到一线", "", f"本报讯 记者林岚报道 {BODY}", "", MORE, ""]


class PartingTests(TestCase):
    """A page's next headline, told by what stands below it or above it."""

    def headlines(self, *lines):
        return [story.headline for story in read(*lines)]

    def test_a_paragraph_with_its_own_time_and_reporter_is_a_story(self):
        news = "6月11日，记者途经江畔路时看到，一处路灯损坏严重，希望尽快修好。本报记者 何青 摄"

        self.assertEqual(self.headlines(*SIGNED, "路灯黑了", "", news), ["送清凉到一线", "路灯黑了"])

    def test_what_a_web_page_printed_below_it_opens_a_story(self):
        printed = "2024-05-06 08:30 本报记者 何青 摄 来源：江畔日报"

        self.assertEqual(self.headlines(*SIGNED, "夜校学员这一年来", "", printed, "", BODY)[1:], ["夜校学员这一年来"])

    def test_pictures_below_it_open_a_story(self):
        pictures = ["江畔镇的稻子熟了。何青 摄", "", "河西村的工人修好了水车。江望 摄"]

        stories = read(*SIGNED, "山乡秋收正忙 田园好风光", "", *pictures)

        self.assertEqual([story.headline for story in stories], ["送清凉到一线", "山乡秋收正忙 田园好风光"])
        self.assertEqual([names(story.photos[0].credits)[0][0] for story in stories[1:]], ["何青"])

    def test_a_persons_name_between_text_and_headings_signs_the_text(self):
        stories = read(
            "路灯黑了", "", BODY, "", MORE, "", "何晓青", "", "夜校奏响最强音符", "", "工友下班读书忙", "", BODY
        )

        self.assertEqual([names(story.credits) for story in stories], [[("何晓青", "author")], []])
