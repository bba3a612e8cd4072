"""The worker's duties in the desk's words; one that is not named here is called as it calls itself."""

from django.utils.translation import gettext_lazy

WORDS = {
    "changes that nobody applied": gettext_lazy("changes that nobody applied"),
    "credits of those who were merged away": gettext_lazy("credits of those who were merged away"),
    "expired photos": gettext_lazy("expired photos"),
    "expired sessions": gettext_lazy("expired sessions"),
    "files of forms that came back": gettext_lazy("files of forms that came back"),
    "files without drafts": gettext_lazy("files without drafts"),
    "finished jobs": gettext_lazy("finished background tasks"),
    "forms left open": gettext_lazy("forms left open"),
    "how often words stand in stories": gettext_lazy("how often words stand in stories"),
    "index of the search": gettext_lazy("index of the search"),
    "issues as whole as they are signed for": gettext_lazy("issues as whole as they are signed for"),
    "kept pages": gettext_lazy("old kept pages"),
    "likenesses of photos": gettext_lazy("likenesses of photos"),
    "mailbox": gettext_lazy("letters from the mailbox"),
    "notices of print": gettext_lazy("notices of print"),
    "numbers of stories in the lists": gettext_lazy("numbers of stories in the lists"),
    "credits in print that differ": gettext_lazy("credits in print that differ"),
    "old jobs": gettext_lazy("old jobs"),
    "old letters": gettext_lazy("old letters"),
    "old links to the own work": gettext_lazy("old links to the own work"),
    "old notices": gettext_lazy("old notices"),
    "old tries at doors": gettext_lazy("old tries at doors"),
    "old versions of stories": gettext_lazy("old versions of stories"),
    "phones of old submissions": gettext_lazy("phones of old submissions"),
    "sounds of names": gettext_lazy("sounds of names"),
    "stories that the search has otherwise": gettext_lazy("stories that the search has otherwise"),
    "unfinished photos": gettext_lazy("unfinished photos"),
    "words before an issue's hour": gettext_lazy("words before an issue's hour"),
    "workers that were killed": gettext_lazy("workers that were killed"),
}


def words_for(name):
    return WORDS.get(name, name)
