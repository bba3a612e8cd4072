from secrets import token_urlsafe

from django.conf import settings
from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desk.models.secret_link import LONGEST_TOKEN, SecretLink, SecretLinkQuerySet, days_from

SIGNER = signing.Signer(sep=".", salt="articles.preview_link")
DEFAULT_DAYS = 7
DAYS = (1, 3, 7, 30)


def new_key():
    return token_urlsafe(16)


def key_in(token):
    """The key that we signed, or "": what is mistyped, forged or overlong costs the same look and finds nothing."""
    try:
        return SIGNER.unsign(token[:LONGEST_TOKEN])
    except signing.BadSignature:
        return ""


def expiry(days=DEFAULT_DAYS, at=None):
    return days_from(days, at)


class PreviewLinkQuerySet(SecretLinkQuerySet):
    def live(self, at=None):
        """Those that open: their story not withdrawn either, their maker's account not closed: whoever left the house,
        or lost the account to a stranger, lets nobody in."""
        return super().live(at).filter(article__withdrawn_at=None).exclude(made_by__is_active=False)

    def opened_by(self, token):
        """One query whatever the token is, so that no answer tells by its time what was wrong with it."""
        return self.live().filter(key=key_in(token))


class PreviewLink(SecretLink):
    """Whoever has this address reads a story before it is out."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="preview_links")
    # The token in the address is this, signed; it says nothing of the story.
    key = models.CharField(max_length=40, unique=True, default=new_key, editable=False)
    whom = models.CharField(_("for whom"), max_length=100, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("made by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    expires_at = models.DateTimeField(_("expires"), default=expiry)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-id"]
        default_permissions = ()

    def __str__(self):
        return self.whom or f"{self._meta.verbose_name} {self.pk}"

    def get_absolute_url(self):
        return reverse("preview_page", args=[self.token])

    def files_of(self, photo):
        """Where this link serves that photo's files; it serves those of its own story only."""
        return f"{self.get_absolute_url()}files/{photo.pk}/"

    @property
    def token(self):
        return SIGNER.sign(self.key)
