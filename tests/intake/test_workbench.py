"""Heavy work on dropped files: bounded, and going on where it broke off."""

from itertools import count
from unittest import mock

from articles.models import Article
from intake import incoming
from intake.screen import prepared, workbench
from intake.screen.text_form import LONGEST_TEXT
from media.imaging.developing import develop
from tests.intake.documents.samples import photo, word, zipped
from tests.intake.dropping import DroppingTestCase
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_corrections import TWO
from tests.intake.test_file_view import FILE
from tests.intake.test_screen_files import dropped
from tests.intake.test_word_intake import HEADLINE, TEXT

BROKEN_OFF = RuntimeError("the process was ended")


widths = count(200)


def illustrated():
    """Never twice the same: what is made of a file outlives a test, as it does a request."""
    photos = [(f"夜校现场{number}.jpg", photo(size=(next(widths), 150))) for number in range(3)]
    return zipped(("稿件.docx", word(HEADLINE, TEXT)), *photos)


class WorkTestCase(ScreenTestCase):
    def send(self, name="来稿.zip", data=None):
        return self.client.post(FILE, {"file": dropped(name, data or illustrated())})

    def ask_again(self, answer):
        return self.client.post(FILE, {"incoming": answer["digest"]}).json()


class GoingOnTests(WorkTestCase):
    def test_a_retry_begins_behind_the_last_picture_that_was_done(self):
        data = illustrated()
        with mock.patch("intake.drafting.enclosures.develop", wraps=develop) as first:
            first.side_effect = failing_after(2)
            with self.assertRaises(RuntimeError):
                self.send(data=data)

        with mock.patch("intake.drafting.enclosures.develop", wraps=develop) as second:
            self.assertEqual(self.send(data=data).json()["said"], "1篇稿件")

        self.assertEqual((first.call_count, second.call_count), (3, 1))

    def test_one_request_takes_no_longer_than_its_time(self):
        with mock.patch("intake.views.file.SECONDS_OF_WORK", 0):
            answer = self.send().json()

        self.assertEqual((answer["wait"], answer["said"]), (0, "图片和版面已处理0个，共3个"))
        self.assertEqual(self.ask_again(answer)["said"], "1篇稿件")

    def test_drafting_stops_at_its_time_and_keeps_what_was_typed(self):
        shown = self.client.post(SCREEN, {"text": "", "read": "1", "file": dropped("来稿.zip", illustrated())})
        fields = typed(shown) | {"form-0-headline": "改过的主题"}

        with mock.patch("intake.screen.accepting.SECONDS_OF_WORK", 0):
            response = self.client.post(SCREEN, fields)

        self.assertContains(response, "请再按一次")
        self.assertContains(response, 'value="改过的主题"')
        self.client.post(SCREEN, fields)
        self.assertEqual(Article.objects.get().illustrations.count(), 3)


def failing_after(count):
    """Develops so many pictures and breaks off at the next."""
    answers = iter([mock.DEFAULT] * count)

    def act(*_arguments):
        if (answer := next(answers, None)) is None:
            raise BROKEN_OFF
        return answer

    return act


class TurnTests(WorkTestCase):
    def setUp(self):
        super().setUp()
        self.enterContext(mock.patch("intake.views.file.WAIT_FOR_A_PLACE", 0))

    def take_all_places(self):
        for _place in range(workbench.AT_ONCE):
            self.assertTrue(workbench.places.acquire(timeout=0))
            self.addCleanup(workbench.places.release)

    def test_a_file_waits_while_others_are_read_and_is_not_sent_twice(self):
        with mock.patch.object(workbench, "places", mock.Mock(acquire=mock.Mock(return_value=False))):
            answer = self.send().json()

        self.assertEqual((answer["wait"], answer["said"]), (3, "排队中"))
        self.assertEqual(self.ask_again(answer)["said"], "1篇稿件")

    def test_no_more_are_read_at_once_than_there_are_places(self):
        self.take_all_places()

        self.assertEqual(self.send().json()["wait"], 3)

    def test_a_place_is_given_back_whatever_happens(self):
        for _time in range(workbench.AT_ONCE + 1):
            self.assertIn("已损坏", self.send("坏.docx", word("坏")[:-100]).json()["refusal"])

        self.assertEqual(self.send().json()["said"], "1篇稿件")

    def test_what_is_refused_after_its_turn_is_not_kept(self):
        with mock.patch.object(workbench, "places", mock.Mock(acquire=mock.Mock(return_value=False))):
            answer = self.send("坏.docx", word("坏")[:-100]).json()

        self.assertIn("已损坏", self.ask_again(answer)["refusal"])
        self.assertFalse(incoming.files_under(self.editor, answer["digest"]))

    def test_without_the_script_a_file_that_finds_no_place_says_so(self):
        self.take_all_places()
        sent = {"text": "", "read": "1", "file": dropped("甲.txt", f"{TWO}\n这是谁也没有读过的一份。".encode())}

        with mock.patch.object(prepared, "SECONDS_FOR_A_PLACE", 0):
            self.assertContains(self.client.post(SCREEN, sent), "请一分钟后重试“甲.txt”")


class LongTextTests(WorkTestCase):
    def test_a_text_that_is_too_long_is_refused_before_it_is_read(self):
        with mock.patch("intake.views.file.read_all", side_effect=AssertionError("was read")):
            answer = self.send("长.txt", ("长" * (LONGEST_TEXT + 1)).encode()).json()

        self.assertEqual(answer["refusal"], "“长.txt”超过300000字，请按版分次收稿。")


class TurnInBrowserTests(DroppingTestCase):
    def test_a_line_that_waits_goes_on_by_itself(self):
        places = mock.Mock(acquire=mock.Mock(side_effect=[False, *[True] * 50]))
        self.enterContext(mock.patch.object(workbench, "places", places))
        self.enterContext(mock.patch("intake.views.file.WAIT", 0.2))
        sent = []
        self.page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)

        self.drop(("甲.txt", TWO.encode()))

        self.assertIn("2篇稿件", self.line("甲.txt").inner_text())
        self.assertEqual((len(sent), self.complaints), (2, []))
