"""
Picking photos for a story: a wall to lay over the story's form, a page that needs no script, and a draft that begins
with photos. Which story may have which photo says articles.choosing.
"""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from articles.choosing import hindrance_on_card
from articles.holding import held
from articles.models import Illustration
from articles.picking import begin_story, put_in, unused
from desk.numbers import key_of
from media.admin.wall import page_of
from media.models import Photo

PAGE = 36
MOST = 50  # photos put in at once


class PhotoPicking:
    """Mixed into the article admin."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("photos/", wrap(require_safe(self.offer_photos)), name="articles_article_offer_photos"),
            path("with-photos/", wrap(require_POST(self.begin_with_photos)), name="articles_article_with_photos"),
            path("<int:pk>/photos/", wrap(self.pick_photos), name="articles_article_photos"),
            *super().get_urls(),
        ]

    def may_pick(self, request, article=None):
        """Whoever may write the story's pictures in its form, and see photos."""
        user = request.user
        writes = self.has_change_permission(request, article) if article else self.has_add_permission(request)
        return writes and user.has_perm("articles.add_illustration") and user.has_perm("media.view_photo")

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_pick_photos"] = self.may_pick(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def offer_photos(self, request):
        """The wall alone, for the story's form; ?story= says whose pictures are there already."""
        story = self._named_story(request, key_of(request.GET.get("story")))
        if not self.may_pick(request, story):
            raise PermissionDenied
        response = TemplateResponse(
            request, "admin/articles/article/_picker_wall.html", self._photo_offer(request, story)
        )
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def pick_photos(self, request, pk):
        """The same as a page of its own, which adds what is ticked."""
        story = self._named_story(request, pk)
        if story is None:
            raise Http404
        if not self.may_pick(request, story):
            raise PermissionDenied
        if request.method == "POST":
            return self._put_photos_in(request, story)
        context = {
            **self.admin_site.each_context(request),
            **self._photo_offer(request, story),
            "title": _("Pick photos"),
            "opts": self.opts,
            "original": story,
        }
        return TemplateResponse(request, "admin/articles/article/photos.html", context)

    def begin_with_photos(self, request):
        return self.begin_with(request, self._chosen_photos(request))

    def begin_with(self, request, photos):
        if not self.may_pick(request):
            raise PermissionDenied
        photos = first_of(request, photos)
        if not photos:
            messages.warning(request, _("No photo was chosen."))
            return HttpResponseRedirect(reverse("admin:media_photo_changelist"))
        story, is_new, refused = begin_story(photos, by=request.user)
        say_refused(request, refused)
        if story is None:
            return HttpResponseRedirect(reverse("admin:media_photo_changelist"))
        if is_new:
            self.log_addition(request, story, [{"added": {}}])
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[story.pk]))

    def _named_story(self, request, pk):
        if pk is None:
            return None
        story = self.get_queryset(request).filter(pk=key_of(pk)).first()
        if story is None:
            raise Http404
        return story

    def _photo_offer(self, request, story):
        photo_admin = self.admin_site.get_model_admin(Photo)
        library = photo_admin.library_form(offered(request.GET), user=request.user)
        photos = unused() if library.answers.get("use") == "unused" else Photo.objects.order_by("-pk")
        found = photo_admin.for_the_wall(request, library.search(photos))
        photos, older, newer = page_of(found, request.GET, PAGE)
        cards = [hindered(photo_admin.card_of(photo), hindrance_on_card(photo, story)) for photo in photos]
        return {"cards": cards, "library": library, "older": older, "newer": newer, "story": story}

    def _chosen_photos(self, request):
        """In the order in which they were ticked, as far as a browser says it."""
        keys = dict.fromkeys(map(key_of, request.POST.getlist("photo")))
        found = Photo.objects.in_bulk([key for key in keys if key is not None])
        return [found[key] for key in keys if key in found]

    @transaction.atomic
    def _put_photos_in(self, request, story):
        # Held before it is asked who may: meanwhile somebody may sign the story.
        stored = held(story)
        if not self.may_pick(request, stored):
            raise PermissionDenied
        chosen = first_of(request, self._chosen_photos(request))
        added, refused = put_in(stored, chosen, by=request.user)
        if added:
            rows = {"name": str(Illustration._meta.verbose_name), "object": str(added)}
            self.log_change(request, stored, [{"added": rows}])
            said = ngettext("%d photo is put in.", "%d photos are put in.", added) % added
            messages.success(request, said)
        elif not refused:
            messages.warning(request, _("No photo was chosen."))
        say_refused(request, refused)
        address = reverse("admin:articles_article_change", args=[stored.pk])
        return HttpResponseRedirect(f"{address}#illustrations-group" if added else request.get_full_path())


def first_of(request, photos):
    """As many as are put in at once; how many are left is said."""
    left = len(photos) - MOST
    if left > 0:
        said = ngettext(
            "At most %(most)d photos are put in at once: the last one chosen was left out.",
            "At most %(most)d photos are put in at once: the last %(left)d chosen were left out.",
            left,
        )
        messages.warning(request, said % {"most": MOST, "left": left})
    return photos[:MOST]


def say_refused(request, refused):
    for sentence in refused:
        messages.error(request, sentence)


def hindered(card, why):
    """The reason stands in front, and not a second time among the marks."""
    return replace(card, hindrance=why, marks=[mark for mark in card.marks if mark.words != why])


def offered(asked):
    """Those that no story has come first, as long as nobody has asked for others."""
    if "use" in asked:
        return asked
    asked = asked.copy()
    asked["use"] = "unused"
    return asked
