from datetime import timedelta
from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Stories and issues")

    def ready(self):
        keep_files()
        watch_records()
        listen_to_changes()
        take_on_duties()
        lay_out_notes_and_notices()
        keep_found()
        say_what_changes()


def keep_files():
    from articles.holding import hold_stories_with
    from articles.models import Page
    from articles.page_files import file_of_page, take_down_pages_with
    from media.closing import HOLD_FIRST, ON_CLOSING
    from media.darkroom import public_path
    from media.keepers import KEEPERS, Keeper, kept_under_key
    from media.public import OTHERS

    def paths_of(page):
        return [public_path(page.key, name) for name in page.file_names]

    rows = Page.objects.only("key", "picture", "pdf").all
    KEEPERS.append(Keeper("files", *kept_under_key(rows, paths_of)))
    OTHERS.append(file_of_page)
    HOLD_FIRST.append(hold_stories_with)
    ON_CLOSING.append(take_down_pages_with)


def watch_records():
    from articles.models import Article, Channel, Column, Genre, Issue, Page, Phrase
    from desk.watching import watch

    watch(Article, arrivals=False)  # a story's own changes are its versions
    for label in (Column, Channel, Genre):
        watch(label, "name", "slug")
    watch(Phrase, "text", "kind", "suggestion", "level")
    watch(Issue, "date", "edition", "number", "last_number")
    watch(Page, "issue", "label", "name", "position", "duty_editor")
    watch_front_page()


def watch_front_page():
    from articles.models import FrontBlock, FrontPage, FrontPick, FrontSecond
    from desk.watching import watch

    shown = ("kind", "column", "channel", "region", "tag", "page_label", "number")
    watch(FrontPage, "lead", "lead_until", arrivals=False)
    watch(FrontBlock, "title", *shown, "order", "is_shown")
    for pin in (FrontSecond, FrontPick):
        watch(pin, "article", "order", "until")


def listen_to_changes():
    from articles.exchanged import note_exchanged, readdress_taken_out
    from articles.history.listeners import LISTENERS, OF_NEW
    from articles.issuing import note_places
    from articles.reopening import note_change

    # The reviews come last: they may take a story's time from it.
    LISTENERS.extend([note_exchanged, readdress_taken_out, note_change, note_places])
    OF_NEW.append(note_places)


def take_on_duties():
    from articles.counting import settle
    from articles.history.thinning import thin_out
    from articles.indexing import build_a_while, mend_some
    from articles.issue_jobs import plan_reminders
    from articles.issuing import keep_all_whole
    from articles.merging import settle_stragglers
    from articles.open_forms import clear_old_forms
    from articles.printed_proof import mend_prints
    from desk.duties import DUTIES, Duty

    import_module("articles.printed_filling")  # it enters its job
    DUTIES.append(Duty("forms left open", timedelta(days=1), clear_old_forms))
    DUTIES.append(Duty("numbers of stories in the lists", timedelta(hours=1), settle))
    DUTIES.append(Duty("index of the search", timedelta(minutes=1), build_a_while))
    DUTIES.append(Duty("stories that the search has otherwise", timedelta(hours=1), mend_some))
    DUTIES.append(Duty("credits in print that differ", timedelta(hours=1), mend_prints))
    DUTIES.append(Duty("old versions of stories", timedelta(hours=1), thin_out))
    DUTIES.append(Duty("issues as whole as they are signed for", timedelta(minutes=1), keep_all_whole))
    DUTIES.append(Duty("credits of those who were merged away", timedelta(minutes=10), settle_stragglers))
    DUTIES.append(Duty("words before an issue's hour", timedelta(minutes=10), plan_reminders))


def lay_out_notes_and_notices():
    from articles.admin.notes import notes_panel
    from articles.admin.person_panels import doubles_panel, merged_panel
    from articles.coming_out import register_kinds
    from articles.issue_jobs import DUE, NOT_WHOLE, what_is_missing
    from articles.panels import PANELS
    from bylines.panels import PANELS as OF_CONTRIBUTORS
    from desk.notices import register

    register(DUE, _("an issue's hour is near"))
    register(NOT_WHOLE, _("a signed issue is not whole"), what_is_missing)
    register_kinds()
    PANELS.append(notes_panel)
    OF_CONTRIBUTORS.extend([doubles_panel, merged_panel])


def keep_found():
    """Last of the listeners: what the others did to the story is found too, and counted."""
    from django.db.models.signals import post_delete

    from articles.history.listeners import LISTENERS, OF_NEW
    from articles.models import Article
    from articles.printed import note_printed
    from articles.searching import forget, note_change

    LISTENERS.extend([note_printed, note_change])
    OF_NEW.append(note_change)
    post_delete.connect(forget, sender=Article, dispatch_uid="forget what is searched for")


def say_what_changes():
    from articles.shown.listening import listen

    listen()
