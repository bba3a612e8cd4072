from urllib.parse import parse_qs, urlsplit

from django.test import TestCase
from django.urls import reverse

from articles.models import Article
from intake.models import Letter
from newsroom.groups import EDITOR, REPORTER
from tests.factories import make_article, make_desk, make_published, make_user
from tests.intake.documents.samples import photo
from tests.intake.mail.letters import make_letter
from tests.intake.mail.mails import HEADLINE, STORY, document, mail, with_photos
from tests.intake.screen import typed

LIST = reverse("admin:intake_letter_changelist")
ANOTHER = "本报讯 通讯员何青报道 天热了，区总工会给工友送来凉茶和毛巾，大家都说解暑。" * 4


def address(letter, act="change", *rest):
    return reverse(f"admin:intake_letter_{act}", args=[letter.pk, *rest])


class LetterAdminTests(TestCase):
    group = EDITOR

    def setUp(self):
        self.desk = make_desk()
        self.colleague = make_user(group=self.group, desk=self.desk)
        self.client.force_login(self.colleague)

    def test_the_list_says_what_became_of_each(self):
        make_letter(mail(subject="有稿", text=STORY))
        make_letter(mail(subject="没稿"))

        listed = self.client.get(LIST).content.decode()

        self.assertIn("已成稿", listed)
        self.assertIn("待处理", listed)
        self.assertIn(HEADLINE, listed)

    def test_the_list_is_narrowed_by_state(self):
        make_letter(mail(subject="有稿", text=STORY))
        make_letter(mail(subject="没稿"))

        for state, subjects in [("waiting", ["没稿"]), ("drafted", ["有稿"]), ("settled", []), ("arrived", [])]:
            found = self.client.get(LIST, {"state": state}).context["cl"].result_list
            self.assertEqual([letter.subject for letter in found], subjects)

    def test_the_list_takes_as_many_queries_for_three_as_for_one(self):
        make_letter(mail(text=STORY))
        with self.assertNumQueries(8) as one:
            self.client.get(LIST)
        for subject in ("一", "二"):
            make_letter(mail(subject=subject, text=STORY.replace("夜校", subject * 3)))

        with self.assertNumQueries(len(one)):
            self.client.get(LIST)

    def test_the_page_shows_the_mail_as_words_and_never_as_html(self):
        forged = "<img src=x onerror=alert(1)><script>alert(2)</script>"
        letter = make_letter(mail(subject=forged, text=forged, files=[(f"{forged}.pdf", b"%PDF-", "application/pdf")]))

        page = self.client.get(address(letter)).content.decode()

        self.assertNotIn("<img src=x", page)
        self.assertNotIn("<script>alert", page)
        self.assertIn("&lt;script&gt;alert(2)&lt;/script&gt;", page)

    def test_a_file_is_handed_out_to_be_saved_and_never_shown(self):
        letter = make_letter(with_photos("夜校现场。.jpg"))

        response = self.client.get(address(letter, "file", 2))

        self.assertEqual(response.content, photo(size=(900, 600)))
        self.assertEqual(response["Content-Type"], "application/octet-stream")
        self.assertIn("attachment; filename*=utf-8''%E5%A4%9C", response["Content-Disposition"])
        self.assertEqual(self.client.get(address(letter, "file", 9)).status_code, 404)

    def test_the_mail_itself_is_handed_out_byte_by_byte(self):
        message = mail(text=STORY)

        self.assertEqual(self.client.get(address(make_letter(message), "mail")).content, bytes(message))

    def test_its_mail_lies_at_no_address_of_the_readers(self):
        letter = make_letter(mail(text=STORY))

        for path in (f"/media/{letter.raw.name}", f"/files/{letter.raw.name}", f"/{letter.raw.name}"):
            self.assertEqual(self.client.get(path).status_code, 404)

    def test_whoever_is_done_with_a_letter_says_so(self):
        letter = make_letter(mail())

        self.client.post(address(letter, "settle"))

        letter = Letter.objects.with_drafts().get()
        self.assertEqual((letter.state, letter.settled_by), ("settled", self.colleague))
        self.assertEqual(self.client.get(address(letter, "settle")).status_code, 405)

    def test_its_page_says_that_the_draft_was_deleted(self):
        letter = make_letter(mail(text=STORY))
        Article.objects.all().delete()

        self.assertContains(self.client.get(address(letter)), "由此生成的草稿已被删除")

    def test_nobody_changes_or_deletes_a_letter(self):
        letter = make_letter(mail())

        self.assertEqual(self.client.post(address(letter), {"subject": "x"}).status_code, 403)
        self.assertEqual(self.client.get(address(letter, "delete")).status_code, 403)
        self.assertEqual(self.client.get(reverse("admin:intake_letter_add")).status_code, 403)

    def test_without_a_mailbox_the_list_says_how_to_set_one_up(self):
        self.assertContains(self.client.get(LIST), "INTAKE_MAIL_HOST")


class HandingOnTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)

    def hand_on(self, letter):
        return self.client.post(address(letter, "hand_on"), follow=True)

    def test_the_screen_opens_with_the_files_and_knows_what_is_drafted(self):
        letter = make_letter(mail(files=[("一.docx", document()), ("二.docx", document("送清凉到工地", ANOTHER))]))

        screen = self.hand_on(letter)

        self.assertContains(screen, "已建稿")
        self.assertContains(screen, "送清凉到工地")

    def test_a_draft_made_there_knows_its_letter(self):
        letter = make_letter(mail(files=[("一.docx", document()), ("二.docx", document("送清凉到工地", ANOTHER))]))

        self.client.post(reverse("admin:intake"), typed(self.hand_on(letter)))

        made = Article.objects.get(headline="送清凉到工地")
        self.assertEqual(list(Letter.objects.that_brought(made)), [letter])
        self.assertContains(self.client.get(address(letter)), "送清凉到工地")

    def test_a_letter_that_waited_is_drafted_when_its_story_is(self):
        letter = make_letter(mail(text=STORY, Auto_Submitted="auto-replied"))

        self.client.post(reverse("admin:intake"), typed(self.hand_on(letter)))

        self.assertEqual(Letter.objects.with_drafts().get().state, "drafted")

    def test_the_same_letter_is_handed_on_as_the_same_file(self):
        letter = make_letter(with_photos("夜校现场。.jpg"))
        sent = {self.client.post(address(letter, "hand_on")).url for _time in range(2)}

        self.assertEqual(len(sent), 1)
        self.assertEqual(len(parse_qs(urlsplit(sent.pop()).query)["incoming"]), 1)
        self.assertEqual(letter.attachments.count(), 3)

    def test_an_empty_letter_says_that_there_is_nothing_to_hand_on(self):
        self.assertContains(self.hand_on(make_letter(mail())), "没有可供收稿读取的内容")


class LetterRightsTests(TestCase):
    """A mail may hold stories of any desk: it is for those who see all, or have its draft in hand."""

    def setUp(self):
        self.desk = make_desk()
        self.reporter = make_user(group=REPORTER, desk=self.desk)
        self.client.force_login(self.reporter)
        self.letter = make_letter(with_photos("夜校现场。.jpg"))
        self.addresses = [address(self.letter), address(self.letter, "mail"), address(self.letter, "file", 1)]

    def statuses(self):
        return [self.client.get(one).status_code for one in self.addresses]

    def test_a_colleague_of_another_desk_finds_nothing(self):
        self.letter.article.desk = make_desk()
        self.letter.article.save()

        self.assertEqual(list(self.client.get(LIST).context["cl"].result_list), [])
        self.assertNotContains(self.client.get(LIST, {"q": "夜校"}), HEADLINE)
        self.assertEqual(self.statuses(), [302, 404, 404])
        for act in ("hand_on", "settle"):
            self.assertEqual(self.client.post(address(self.letter, act)).status_code, 404)

    def test_nor_once_the_story_is_printed(self):
        self.letter.article = make_published()
        self.letter.save()

        self.assertEqual(self.statuses(), [302, 404, 404])

    def test_a_colleague_whose_desk_has_the_draft_sees_the_letter(self):
        self.letter.article.desk = self.desk
        self.letter.article.save()

        self.assertEqual(self.statuses(), [200, 200, 200])

    def test_who_takes_no_stories_in_sees_no_letters(self):
        self.client.force_login(make_user(group="摄影"))

        self.assertEqual([self.client.get(LIST).status_code, *self.statuses()], [403, 403, 404, 404])


class LetterPanelTests(TestCase):
    def form(self, user, article):
        self.client.force_login(user)
        return self.client.get(reverse("admin:articles_article_change", args=[article.pk]))

    def test_the_letter_stands_beside_its_draft(self):
        letter = make_letter(with_photos("夜校现场。.jpg", subject="投稿：夜校"))

        form = self.form(make_user(group=EDITOR), letter.article)

        self.assertContains(form, address(letter))
        self.assertContains(form, "林岚 &lt;lin@union.example&gt;")
        self.assertContains(form, address(letter, "file", 2))
        self.assertContains(form, "编辑老师：您好！")

    def test_beside_no_other(self):
        make_letter(mail(text=STORY))

        self.assertNotContains(self.form(make_user(group=EDITOR), make_article()), "letter-panel")

    def test_not_for_who_only_sees_the_printed_story(self):
        letter = make_letter(mail(text=STORY))
        Letter.objects.update(article=make_published())

        form = self.form(make_user(group=REPORTER), Letter.objects.get().article)
        self.assertNotContains(form, letter.sender_address)
