"""An editor lets stand what a check has found, and says why; or takes that back."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.acting import Refusal
from articles.models import Article, Waiver
from desk.models import AuditEntry

LONGEST_REASON = Waiver._meta.get_field("reason").max_length or 0
LONGEST_WORDS = Waiver._meta.get_field("words").max_length or 0


def may_settle(record, user, permission):
    """A story is its desk's; a page and an issue are everybody's."""
    if isinstance(record, Article):
        return record.allows(user, permission)
    return user.has_perm(f"articles.{permission}")


@transaction.atomic
def waive(hit, *, by, reason):
    """Holds for these words in this place: when they or their neighbours change, the hit is back."""
    if not may_settle(hit.record, by, "add_waiver"):
        raise Refusal(_("What a check has found is waived by an editor."))
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise Refusal(_("Say in a sentence why this may stand."))
    record = {hit.record._meta.model_name: hit.record}
    fields = {"code": hit.code, "words": (hit.text or hit.message)[:LONGEST_WORDS], "reason": reason, "by": by}
    waiver, is_new = Waiver.objects.get_or_create(**record, digest=hit.digest, defaults=fields)
    if is_new:
        AuditEntry.note(verb="waive", record=hit.record, by=by, words=f"{hit.code} {waiver.words}: {reason}")
    hit.waived_by = waiver
    return waiver


@transaction.atomic
def take_back(waiver, *, by):
    if not may_settle(waiver.record, by, "delete_waiver"):
        raise Refusal(_("What a check has found is waived by an editor."))
    AuditEntry.note(verb="unwaive", record=waiver.record, by=by, words=f"{waiver.code} {waiver.words}")
    waiver.delete()
