"""
导出: stories, pages and issues as files for page layout. Whoever may export gets what is visible to them, and nothing
that was withdrawn; each export is written to the audit log before the file goes out.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.template.defaultfilters import filesizeformat
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from articles.exports.archives import PagesArchive, Sheet
from articles.exports.formats import FORMATS
from articles.exports.gathering import gathered, on_pages
from articles.exports.naming import issue_name, page_name, story_name
from articles.models import Article
from desk.models import AuditEntry, Paper
from desk.numbers import key_of
from media.admin.originals import DOWNLOAD, MOST_BYTES, guarded
from media.originals import bytes_of, download_name

EXPORT = "articles.export_article"
MOST_STORIES = 500
MOST_PHOTOS = 300


class Exporting:
    """Mixed into an admin: who may, and the address. `export_file(request, record, format)` answers."""

    def get_urls(self):
        name = f"articles_{self.model._meta.model_name}_export"
        export = self.admin_site.admin_view(require_GET(self.export))
        return [path("<int:pk>/export/<slug:code>/", export, name=name), *super().get_urls()]

    def export(self, request, pk, code):
        if code not in FORMATS:
            raise Http404
        return self.export_file(request, self.record_to_export(request, pk), FORMATS[code])

    def record_to_export(self, request, pk):
        if not request.user.has_perm(EXPORT):
            raise PermissionDenied
        record = self.get_queryset(request).filter(pk=key_of(pk)).first()
        if record is None:
            raise Http404
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        return record

    def refused(self, request, record, why):
        messages.error(request, why)
        return HttpResponseRedirect(reverse(f"admin:articles_{self.model._meta.model_name}_change", args=[record.pk]))


class StoryExports(Exporting):
    def record_to_export(self, request, pk):
        article = super().record_to_export(request, pk)
        if not article.allows(request.user, "export_article"):
            raise PermissionDenied
        return article

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_export"] = obj is not None and not obj.is_withdrawn and obj.allows(request.user, "export_article")
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def export_file(self, request, article, format):
        if article.is_withdrawn:
            return self.refused(request, article, _("A story that was withdrawn is not exported."))
        [story] = gathered(Article.objects.filter(pk=article.pk))
        content = format.story_file(story, Paper.current())
        return sent(request, content, format.content_type, format.file_name(story_name(story)), [article])


class PageExports(Exporting):
    change_form_template = "admin/articles/exports/change_form.html"

    def export_file(self, request, page, format):
        sheets = sheets_of([page], request.user)
        if "originals" in request.GET:
            return self.archive(request, page, sheets, format, page_name(page))
        if why := too_much(sheets, originals=False):
            return self.refused(request, page, why)
        content = format.page_file(page, sheets[0].stories, sheets[0].hidden, Paper.current())
        name = format.file_name(page_name(page))
        return sent(request, content, format.content_type, name, [page, *stories_of(sheets)])

    def archive(self, request, record, sheets, format, name):
        originals = "originals" in request.GET
        if originals and not request.user.has_perm(DOWNLOAD):
            raise PermissionDenied
        if why := too_much(sheets, originals=originals):
            return self.refused(request, record, why)
        paper = Paper.current()
        note = {"note_name": _("missing.txt"), "note": _("These originals are missing in the storage:")}
        archive = PagesArchive(sheets, format, paper, originals=originals, **note)
        name = " ".join(filter(None, [name, format.mark])) + ".zip"
        note_exports(request.user, [record, *stories_of(sheets)], name)
        note_downloads(request.user, archive.photos)
        return guarded(StreamingHttpResponse(archive, content_type="application/zip"), name)


class IssueExports(PageExports):
    """One file for each page, in one zip."""

    def export_file(self, request, issue, format):
        pages = list(issue.pages.order_by("position", "label"))
        for page in pages:
            page.issue = issue
        return self.archive(request, issue, sheets_of(pages, request.user), format, issue_name(issue))


def sheets_of(pages, user):
    found = on_pages(pages, user)
    return [Sheet(page, *found[page.pk]) for page in pages]


def stories_of(sheets):
    return list(dict.fromkeys(story.article for sheet in sheets for story in sheet.stories))


def too_much(sheets, *, originals):
    """Why not, in a sentence; nothing when it can be done."""
    if len(stories_of(sheets)) > MOST_STORIES:
        return _("At most %d stories go into one export.") % MOST_STORIES
    if not originals:
        return ""
    photos = {photo.pk: photo for sheet in sheets for photo in sheet.photos}.values()
    if len(photos) > MOST_PHOTOS:
        return _("At most %d originals at once: please export page by page.") % MOST_PHOTOS
    total = sum(bytes_of(photo) or 0 for photo in photos)
    if total > MOST_BYTES:
        told = {"total": filesizeformat(total), "most": filesizeformat(MOST_BYTES)}
        said = _("Together the originals have %(total)s, and %(most)s go into one archive: please export page by page.")
        return said % told
    return ""


def sent(request, content, content_type, name, records):
    note_exports(request.user, records, name)
    return guarded(HttpResponse(content, content_type=content_type), name)


def note_exports(user, records, name):
    """One entry for each record, so that a story's own log tells that it left the house."""
    noted(user, "export", [(record, name) for record in records])


def note_downloads(user, photos):
    noted(user, "download", [(photo, download_name(photo)) for photo in photos])


def noted(user, verb, rows):
    AuditEntry.objects.bulk_create(
        AuditEntry(verb=verb, kind=record._meta.model_name, key=str(record.pk), by=user, words=words[:300])
        for record, words in rows
    )
