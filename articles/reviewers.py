"""Who reviews a story, and who may not: its authors, and whoever has said their word in this round."""

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.telling import able
from bylines.models import Byline, Role
from desk.models import User
from desk.notices import settle


def why_not(submission, user):
    """Why that colleague may not do the next review; empty when nothing stands in the way."""
    if is_author(submission, user):
        return _("You wrote this story or handed it in: someone else reviews it.")
    if any(said.reviewer_id == user.pk for said in submission.reviews.all()):
        return _("You have reviewed the story in this round: the next review is for someone else.")
    if not submission.article.allows(user, submission.permission):
        return _("The %(step)s is not for you.") % {"step": submission.step_label}
    return ""


def is_last_signer(submission, user):
    """Whether a pass of an earlier step by that colleague would leave nobody for the last one."""
    if submission.is_at_last_step or not user.has_perm("articles.sign_article"):
        return False
    taken = {author.pk for author in submission.authors.all()} | {said.reviewer_id for said in submission.reviews.all()}
    taken |= {user.pk, submission.submitted_by_id}
    return not able(submission.article, "sign_article").exclude(pk__in=taken).exists()


def may_recall(article, user):
    submission = article.submissions.open().filter(step=1).first()
    return submission is not None and is_author(submission, user)


def is_author(submission, user):
    return user.pk == submission.submitted_by_id or any(author.pk == user.pk for author in submission.authors.all())


def name_authors(submission):
    """Whoever entered the story, handed it in, wrote it, or took its photos. An editor's credit is no authorship."""
    article = submission.article
    credits = Byline.objects.filter(Q(article=article) | Q(photo__illustrations__article=article))
    writers = credits.exclude(role=Role.EDITOR).exclude(contributor__user=None).values("contributor__user")
    known = Q(pk__in=writers) | Q(pk__in=[article.created_by_id, submission.submitted_by_id])
    authors = User.objects.filter(known)
    submission.authors.add(*authors)
    settle(article, kinds=["to-review"], users=authors)
