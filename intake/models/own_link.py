from hashlib import sha256
from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desk.models.secret_link import LONGEST_TOKEN, SecretLink, SecretLinkQuerySet, days_from

DAYS = (30, 90, 180, 365)
DEFAULT_DAYS = 180


def new_token():
    return token_urlsafe(32)


def digest_of_token(token):
    return sha256(token[:LONGEST_TOKEN].encode(errors="replace")).hexdigest()


def address_of(token):
    return reverse("my_page", args=[token])


def expiry(days=DEFAULT_DAYS, at=None):
    return days_from(days, at)


class OwnLinkQuerySet(SecretLinkQuerySet):
    def opened_by(self, token):
        """
        One query whatever the token is. Who made the link may have left the paper: it lets in the correspondent alone.
        """
        return self.live().filter(digest=digest_of_token(token))


class OwnLink(SecretLink):
    """
    Lets a correspondent see the own printed work, and what became of what was handed in, without an account. Only the
    digest of its token is kept: whoever reads this table opens nothing. It belongs to somebody of the register, or to
    a submission, of which nobody has said yet whose it is.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    contributor = models.ForeignKey(
        "bylines.Contributor", null=True, blank=True, on_delete=models.CASCADE, related_name="own_links"
    )
    contribution = models.ForeignKey(
        "intake.Contribution", null=True, blank=True, on_delete=models.CASCADE, related_name="own_links"
    )
    # When it went to the mail address that the submission gave: whoever has it reads that mailbox, and sees all that
    # was handed in with that address.
    mailed_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    expires_at = models.DateTimeField(_("expires"), default=expiry, db_index=True)

    objects = OwnLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to the own work")
        verbose_name_plural = _("links to the own work")
        ordering = ["-id"]
        default_permissions = ("add", "delete")
        constraints = [
            models.CheckConstraint(
                condition=Q(contributor=None, contribution__isnull=False)
                | Q(contributor__isnull=False, contribution=None),
                name="intake_ownlink_whose",
            )
        ]

    def __str__(self):
        return f"{self.contributor or self.contribution}"
