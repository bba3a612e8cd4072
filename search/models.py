"""
What is found, on two shelves that share no table: `Out` has what readers may find once its hour has come, `Desk` what
only the desk may. The tokens lie beside them, where the database has its own kind of index for them (search.fts5,
search.gin). A record of another app is known by its key alone.
"""

from django.db import models


class Entry(models.Model):
    """`place` rises with the time, so that newest first is the index read from its end (search.places)."""

    place = models.BigAutoField(primary_key=True)
    key = models.BigIntegerField(unique=True)
    published_at = models.DateTimeField(null=True)

    objects = models.Manager()

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self):
        return f"{self.key} at {self.place}"


class Text(models.Model):
    """
    What an entry's tokens were made of, in runs (wording.bigrams): phrases are compared with it, and taking an entry
    out of the index of SQLite takes the very tokens that it was put in with.
    """

    place = models.BigAutoField(primary_key=True)
    text = models.TextField()
    head = models.TextField()
    filters = models.TextField()
    edition = models.PositiveSmallIntegerField()

    objects = models.Manager()

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self):
        return self.head


class OutEntry(Entry):
    published_at = models.DateTimeField()  # nothing without an hour can stand among what readers find


class OutText(Text):
    pass


class DeskEntry(Entry):
    pass


class DeskText(Text):
    pass


class Frequency(models.Model):
    """The share of entries that have a token, of those that many have (search.frequencies)."""

    token = models.CharField(max_length=100, primary_key=True)
    share = models.FloatField()

    objects = models.Manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.token} {self.share:.3f}"


class Building(models.Model):
    """
    An index that is being built anew, and how far that has come: one row, gone when it is done. of: so many stories
    there were when it was begun. entered_at: since then all of them are in it, and it is put in order.
    """

    since = models.DateTimeField(auto_now_add=True)
    last_key = models.BigIntegerField(null=True)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    entered_at = models.DateTimeField(null=True)

    objects = models.Manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.done} since {self.since}"
