"""Where each manuscript of the intake screen is to stand: as its head or its file name says, and open to correction."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial

from django import forms
from django.db.models import Count
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.models import Issue, Page
from articles.models.issue import EDITIONS
from intake.pages.labels import day_of
from intake.receiving import page_for
from intake.recognising import ManuscriptRead
from intake.screen.offers import offers


class PlaceForm(forms.Form):
    label = forms.CharField(label=_("page label"), required=False, validators=Page._meta.get_field("label").validators)
    name = forms.CharField(label=_("page name"), required=False, max_length=50)
    replace = forms.IntegerField(required=False)  # key of the published page whose files may go

    def clean_label(self):
        return self.cleaned_data["label"].strip().upper()


@dataclass
class Row:
    """One manuscript and its place; remarks: what to look at. asked: the published page whose files would go."""

    one: ManuscriptRead
    form: PlaceForm
    remarks: list[str]
    asked: Page | None = None

    @property
    def label(self):
        return self.form.cleaned_data.get("label", "")

    @property
    def name(self):
        return self.form.cleaned_data.get("name", "")

    @property
    def may_replace(self):
        return self.form.cleaned_data.get("replace")


class Places:
    """form: the TextForm with the date of the issue, or with one page for all; sent: what came back from the rows.

    is_asked: the editor has seen the rows; before that the date that the pages print is offered.
    """

    def __init__(self, read_ones, form, sent):
        self.form = form
        self.read_ones = [one for one in read_ones if one.is_new] if form.may_place else []
        self.is_asked = any(name in sent for name in ("draft", "check", "files"))
        self.is_seen = any(f"place-{one.key}-label" in sent for one in self.read_ones)
        self.rows = [Row(one, row_form(one, own, sent), []) for one, own in self._offers()]
        self.is_valid = not any(row.form.errors for row in self.rows)

    def _offers(self):
        said = self.form.cleaned_data
        chosen = said.get("page")
        label, name = (chosen.label, chosen.name) if chosen else (said.get("label", ""), said.get("page_name", ""))
        return zip(self.read_ones, offers(self.read_ones, label, name), strict=True)

    @cached_property
    def days(self):
        """What the pages print."""
        return {one.key: day for one in self.read_ones if (day := day_of(one.manuscript, one.heads))}

    @cached_property
    def issue(self):
        """The fields of the issue; None while there is no date."""
        said = self.form.cleaned_data
        if chosen := said.get("page"):
            return {"date": chosen.issue.date, "edition": chosen.issue.edition}
        day = said.get("date") or (None if self.is_asked else self.likely_day)
        return {"date": day, "edition": said.get("edition", "")} if day else None

    @property
    def likely_day(self):
        """The day of most pages, if the newsroom could print an issue then."""
        if not self.days or "date" in self.form.errors or not any(row.label for row in self.rows):
            return None
        day: date = Counter(self.days.values()).most_common(1)[0][0]
        try:
            self.form.fields["date"].run_validators(day)
        except forms.ValidationError:
            return None
        return day

    def page_of(self, one):
        """A function that makes the page of this manuscript; None where it stands on none."""
        row = next((row for row in self.rows if row.one.key == one.key), None)
        if not row or not row.label or not self.issue:
            return None
        return partial(page_for, label=row.label, name=row.name, **self.issue)

    def check(self, wanted):
        """wanted: the keys of those of which drafts are to be made. Says what is wrong beside the fields."""
        if self.is_half and not self.form.errors:
            self.form.add_error(None, gettext("A new page needs both the date of its issue and its label."))
        for row in self.sharing([row for row in self.rows if row.one.key in wanted]) if self.issue else ():
            row.form.add_error("label", gettext("Two files cannot both be the picture of page %s.") % row.label)
        for row in self.rows:
            if row.one.key in wanted and (wrong := self.wrong_with(row)):
                row.form.add_error("label", wrong)
        return not self.form.errors and all(not row.form.errors for row in self.rows)

    def wrong_with(self, row):
        if not self.issue or not row.label or row.form.errors:
            return None
        if not may_stand(self.form.user, self.there.get(row.label), self.issue):
            return gettext("Page %s does not exist yet, and you may not make it.") % row.label
        page = self.to_be_asked(row)
        if page and row.may_replace != page.pk:
            return gettext("Readers see picture and PDF of page %s: tick that they are to be replaced.") % row.label
        return None

    @cached_property
    def there(self):
        """The pages that exist, by their labels, with how many stories stand on them."""
        if not self.issue:
            return {}
        labels = {row.label for row in self.rows if row.label}
        pages = Page.objects.filter(issue__date=self.issue["date"], issue__edition=self.issue["edition"])
        pages = pages.filter(label__in=labels).select_related("issue").annotate(count=Count("placements"))
        return {page.label: page for page in pages}

    def replaced(self, row):
        """The page whose picture and PDF go when this one is hung."""
        page = self.there.get(row.label)
        is_hung = row.one.manuscript.sheet and self.form.user.has_perm("articles.change_page")
        return page if page and is_hung and page.file_names else None

    def to_be_asked(self, row):
        page = self.replaced(row)
        return page if page and page.issue.is_published else None

    @property
    def is_half(self):
        """A date without any page, or a page that somebody saw and left without a date."""
        said = self.form.cleaned_data
        if not self.rows or said.get("page"):
            return False
        is_named = any(row.label for row in self.rows)
        return not is_named if said.get("date") else is_named and (self.is_seen or bool(said.get("label")))

    def sharing(self, rows):
        """Pages of PDFs that are to stand on one page."""
        sheets = [row for row in rows if row.one.manuscript.sheet and row.label]
        counts = Counter(row.label for row in sheets)
        return [row for row in sheets if counts[row.label] > 1]

    def remark(self):
        """Notes beside each row what an editor should look at."""
        shared = {row.one.key for row in self.sharing(self.rows)}
        for row in self.rows:
            if row.one.key in shared:
                row.remarks.append(gettext("Another file is to be page %s too.") % row.label)
            if self.issue and self.days.get(row.one.key, self.issue["date"]) != self.issue["date"]:
                row.remarks.append(gettext("This page is dated %s.") % self.days[row.one.key])
            if (page := self.there.get(row.label)) and page.count:
                row.remarks.append(stories_there(page.count))
            if self.replaced(row):
                row.remarks.append(gettext("This page has a picture or PDF already, which will be replaced."))
            row.asked = self.to_be_asked(row)

    def settle(self):
        """What was chosen for all is in the rows now, and the form asks for the issue alone."""
        self.remark()
        if not self.rows or (self.issue and self.issue["edition"] not in ("", *EDITIONS)):
            return
        if any(name in self.form.errors for name in self.form.of_place):
            return
        data = self.form.data.copy()
        for name in ("page", "label", "page_name"):
            data.pop(name, None)
        if self.issue:
            data["date"], data["edition"] = f"{self.issue['date']:%Y-%m-%d}", self.issue["edition"]
        self.form.data = data


def row_form(one, offer, sent):
    """Bound to what was sent; what a browser did not send is as it was offered."""
    prefix = f"place-{one.key}"
    names = {name: f"{prefix}-{name}" for name in ("label", "name", "replace")}
    return PlaceForm({field: sent.get(field, offer.get(name, "")) for name, field in names.items()}, prefix=prefix)


def may_stand(user, page, issue):
    """Who places stories does not always make pages, nor issues."""
    if page:
        return True
    is_there = Issue.objects.filter(date=issue["date"], edition=issue["edition"]).exists()
    return user.has_perm("articles.add_page") and (is_there or user.has_perm("articles.add_issue"))


def stories_there(count):
    words = ngettext("%d story stands there already.", "%d stories stand there already.", count)
    return words % count
