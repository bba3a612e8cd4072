from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import TestCase
from django.urls import reverse

from articles import noting
from articles.acting import Refusal
from articles.models import Note
from desk.models import AuditEntry
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from tests.factories import in_review, make_article, make_desk, make_published, make_user, story_form


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def notes_of(story):
    return reverse("admin:articles_article_notes", args=[story.pk])


class NoteTestCase(TestCase):
    def setUp(self):
        self.desk = make_desk()
        self.author = make_user(group=REPORTER, desk=self.desk, name="林岚")
        self.editor = make_user(group=EDITOR, name="周敏")
        self.story = make_article(created_by=self.author, desk=self.desk, headline="工会送清凉")
        self.client.force_login(self.editor)

    def write(self, words="第三段请核实。", to=None, by=None, story=None):
        return noting.write(story or self.story, by=by or self.editor, words=words, to=to or [self.author])

    def told(self, user):
        return list(user.notices.unread().values_list("kind", "words"))


class WritingTests(NoteTestCase):
    def test_tells_its_addressees(self):
        self.write()

        self.assertEqual(self.told(self.author), [("note", "第三段请核实。")])

    def test_leaves_the_story_as_it_is(self):
        before = (self.story.version, self.story.revisions.count(), self.story.updated_at)

        noting.settle(self.write(), by=self.author)

        self.story.refresh_from_db()
        self.assertEqual((self.story.version, self.story.revisions.count(), self.story.updated_at), before)

    def test_is_in_the_audit_log_without_its_words(self):
        noting.settle(self.write(), by=self.author)

        entries = AuditEntry.objects.filter(kind="article").order_by("pk").values_list("verb", "by", "words")
        settled = ("settle_note", self.author.pk, "周敏的留言")
        self.assertEqual(list(entries), [("note", self.editor.pk, "林岚"), settled])

    def test_an_answer_goes_to_all_who_take_part(self):
        other = make_user(group=EDITOR)
        thread = self.write(to=[self.author, other])

        noting.answer(thread, by=self.author, words="已核实。")

        self.assertEqual(self.told(self.editor), [("note", "已核实。")])
        self.assertEqual([one.times for one in other.notices.all()], [2])

    def test_an_answer_opens_what_was_settled(self):
        thread = self.write()
        noting.settle(thread, by=self.author)

        noting.answer(thread, by=self.editor, words="还有一处。")

        self.assertEqual(Note.objects.open().get(), thread)

    def test_is_refused_without_words_or_addressee_or_too_long(self):
        for words, to in (("  ", [self.author]), ("话", []), ("长" * 2001, [self.author])):
            with self.assertRaises(Refusal):
                noting.write(self.story, by=self.editor, words=words, to=to)

    def test_is_not_for_somebody_who_may_not_see_the_story(self):
        with self.assertRaisesMessage(Refusal, "无权查看"):
            self.write(to=[make_user(group=REPORTER)])

    def test_is_settled_once(self):
        thread = self.write()
        noting.settle(thread, by=self.author)

        with self.assertRaises(Refusal):
            noting.settle(thread, by=self.editor)

    def test_nobody_changes_or_deletes_one(self):
        note = self.write()
        for act in (note.delete, note.save, Note.objects.all().delete, lambda: Note.objects.update(words="改")):
            with self.assertRaises(TypeError):
                act()

    def test_keeps_its_story_and_its_writers(self):
        self.write()
        for record in (self.story, self.editor, self.author):
            with self.assertRaises(ProtectedError), transaction.atomic():
                record.delete()

    def test_an_answer_is_not_settled_by_itself(self):
        answer = noting.answer(self.write(), by=self.author, words="好。")

        with self.assertRaises(IntegrityError), transaction.atomic():
            answer.mark(settled_by=self.author)


class WhomTests(NoteTestCase):
    def test_of_a_draft_its_desk_its_author_and_who_sees_all_desks(self):
        at_desk = make_user(group=REPORTER, desk=self.desk)
        for stranger in (REPORTER, PHOTOGRAPHER):
            make_user(group=stranger)

        self.assertEqual(set(noting.colleagues_of(self.story)), {self.author, self.editor, at_desk})

    def test_agrees_with_what_each_may_see(self):
        users = [make_user(group=group, desk=desk) for group in (REPORTER, EDITOR) for desk in (self.desk, None)]
        for story in (self.story, make_published(desk=self.desk), make_article()):
            seeing = {user for user in users if type(story).objects.visible_to(user).filter(pk=story.pk)}

            self.assertEqual(set(noting.colleagues_of(story)) & set(users), seeing)

    def test_of_a_printed_story_everybody_who_sees_stories(self):
        reporter = make_user(group=REPORTER)

        self.assertIn(reporter, noting.colleagues_of(make_published(desk=self.desk)))

    def test_at_work_are_authors_reviewers_and_who_wrote_notes(self):
        reader, writer = make_user(group=EDITOR), make_user(group=CHIEF)
        story = in_review(author=self.author, desk=self.desk, passed=1, readers=[reader])
        self.write(story=story, by=writer)

        at_work = {user for user in noting.colleagues_at_work(story) if user.is_at_work}
        self.assertEqual(at_work, {self.author, reader, writer})

    def test_names_in_the_words_call(self):
        short = make_user(group=EDITOR, name="周")

        found = noting.called("@周敏请看 @林岚 @没有这人", [short, self.editor, self.author])

        self.assertEqual(found, [self.editor, self.author])


class PageTests(NoteTestCase):
    def post(self, **said):
        return self.client.post(notes_of(self.story), said)

    def test_the_form_shows_the_notes_and_its_panel_belongs_to_another_form(self):
        self.write()

        page = self.client.get(form_of(self.story)).content.decode()

        self.assertIn("第三段请核实。", page)
        self.assertRegex(page, r'<textarea form="note-form" name="words"')

    def test_takes_a_note_without_a_script(self):
        response = self.post(words="请补照片", to=[self.author.pk], write="1")

        self.assertRedirects(response, notes_of(self.story))
        self.assertEqual(self.told(self.author), [("note", "请补照片")])

    def test_takes_a_note_for_all_at_work_and_for_whom_it_calls(self):
        chief = make_user(group=CHIEF, name="王总")

        self.post(words="@王总 请定夺", to_all="1", write="1")

        self.assertEqual([bool(self.told(user)) for user in (self.author, chief)], [True, True])

    def test_a_script_gets_the_panel_alone(self):
        response = self.post(words="请补照片", to=[self.author.pk], _panel="1", write="1")

        self.assertContains(response, "请补照片")
        self.assertNotContains(response, "<html")

    def test_what_is_refused_keeps_its_words(self):
        response = self.post(words="请补照片", _panel="1", write="1")

        self.assertContains(response, "请补照片", status_code=422)
        self.assertContains(response, "请选择留言给谁。", status_code=422)

    def test_answers_and_settles(self):
        thread = self.write()

        self.post(**{"answer": thread.pk, f"answer-{thread.pk}": "好的", "words": "没写完"})
        self.post(settle=thread.pk)

        thread.refresh_from_db()
        self.assertEqual((thread.answers.get().words, thread.settled_by), ("好的", self.editor))
        self.assertEqual(Note.objects.count(), 2)

    def test_a_save_of_the_story_writes_no_note_and_a_note_saves_no_story(self):
        self.client.post(form_of(self.story), {**story_form(self.story), "words": "不是留言", "to_all": "1"})
        self.assertFalse(Note.objects.exists())

        self.post(words="请看", to=[self.author.pk], headline="改过", body="改过")
        self.story.refresh_from_db()
        self.assertEqual(self.story.headline, "工会送清凉")

    def test_opening_the_story_reads_its_notices(self):
        self.write(by=self.author, to=[self.editor])

        page = self.client.get(form_of(self.story))

        self.assertNotContains(page, "bell-rings")
        self.assertEqual(self.told(self.editor), [])

    def test_costs_the_same_with_one_thread_and_with_ten(self):
        def asked(number):
            for _time in range(number):
                noting.answer(self.write(to=[self.author, make_user(group=EDITOR)]), by=self.author, words="好")
            self.client.get(notes_of(self.story))

        asked(1)
        with self.assertNumQueries(10):
            asked(0)
        asked(9)
        with self.assertNumQueries(10):
            asked(0)

    def test_list_and_board_count_what_is_open(self):
        self.write()
        noting.settle(self.write(), by=self.author)

        for address in (reverse("admin:articles_article_changelist"), reverse("admin:index")):
            self.assertContains(self.client.get(address), "1条留言未了结")

    def test_no_reader_and_no_export_sees_a_note(self):
        story = make_published(desk=self.desk)
        self.write("机密的话", story=story)
        places = [story.get_absolute_url(), f"{story.get_absolute_url()}".rstrip("/") + ".ninjs.json"]
        places += [reverse("admin:articles_article_preview", args=[story.pk])]
        places += [reverse("admin:articles_article_export", args=[story.pk, "utf-8"])]

        for address in places:
            content = self.client.get(address).content.decode("utf-8", "replace")
            self.assertNotIn("机密的话", content)


class NoteRightTests(NoteTestCase):
    def setUp(self):
        super().setUp()
        self.stranger = make_user(group=REPORTER)

    def statuses(self, user, story):
        self.client.force_login(user)
        return self.client.get(notes_of(story)).status_code, self.client.post(notes_of(story)).status_code

    def test_of_a_draft_only_for_those_who_see_it(self):
        self.write()

        for user in (self.stranger, make_user(group=PHOTOGRAPHER)):
            self.assertIn(self.statuses(user, self.story)[0], (403, 404))
            self.assertIn(self.statuses(user, self.story)[1], (403, 404))

    def test_a_reporter_of_the_desk_takes_part(self):
        self.client.force_login(make_user(group=REPORTER, desk=self.desk))

        self.client.post(notes_of(self.story), {"words": "我去核实", "to": [self.author.pk]})

        self.assertEqual(self.told(self.author), [("note", "我去核实")])

    def test_what_a_desk_said_stays_there_when_the_story_is_printed(self):
        story = make_published(desk=self.desk, created_by=self.author)
        self.write("线人要求匿名", story=story)
        own = self.write("给外部门的话", story=story, to=[self.stranger])
        self.client.force_login(self.stranger)

        page = self.client.get(notes_of(story))

        self.assertContains(page, "给外部门的话")
        self.assertNotContains(page, "线人要求匿名")
        self.assertContains(self.client.get(reverse("admin:articles_article_changelist")), "1条留言未了结")
        self.assertEqual(self.client.post(notes_of(story), {"settle": own.pk}).status_code, 302)

    def test_nobody_answers_or_settles_a_thread_that_they_may_not_see(self):
        story = make_published(desk=self.desk, created_by=self.author)
        thread = self.write(story=story)
        self.client.force_login(self.stranger)

        for said in ({"settle": thread.pk}, {"answer": thread.pk, f"answer-{thread.pk}": "插话"}):
            self.assertEqual(self.client.post(notes_of(story), said).status_code, 404)

    def test_a_draft_with_notes_is_not_deleted(self):
        self.write()
        self.client.force_login(self.author)

        self.client.post(reverse("admin:articles_article_delete", args=[self.story.pk]), {"post": "yes"})

        self.assertTrue(type(self.story).objects.filter(pk=self.story.pk).exists())
