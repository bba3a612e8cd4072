"""Pages that are kept, what they show, and the numbered log of what changed."""

from django.db import models


class Log(models.Model):
    """
    One row, made by the first migration. `number` is that of the last change applied, `forgotten` that of the last one
    whose row may be gone. `age` is a word in the key of every page: a new one, and nothing kept is found any more.
    """

    number = models.BigIntegerField(default=0)
    forgotten = models.BigIntegerField(default=0)
    age = models.CharField(max_length=16, default="")

    objects = models.Manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="pagecache_log_is_one")]

    def __str__(self):
        return f"{self.number}"


class Change(models.Model):
    """
    What one act changed, written in its transaction. It waits without a number until it is applied; the numbers follow
    the order in which changes became visible, which the keys of PostgreSQL do not.
    """

    names = models.TextField()  # one a line
    number = models.BigIntegerField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["number"], name="pagecache_change_number")]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(number=None), name="pagecache_change_waiting"),
        ]

    def __str__(self):
        return self.names.replace("\n", " ")


class Coming(models.Model):
    """A moment at which the clock changes something: a story's hour, the end of a picture's rights."""

    name = models.BigIntegerField()
    at = models.DateTimeField(db_index=True)

    objects = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["name", "at"], name="pagecache_coming_name")]

    def __str__(self):
        return f"{self.name} {self.at}"


class Rendered(models.Model):
    """A page as it is sent. `key` stands for its address, the paper's version and the release."""

    key = models.CharField(max_length=64, unique=True)
    address = models.CharField(max_length=200)  # for whoever looks into the table
    kept_at = models.DateTimeField(db_index=True)
    fresh_until = models.DateTimeField(db_index=True)
    size = models.PositiveIntegerField()
    page = models.BinaryField()

    objects = models.Manager()

    def __str__(self):
        return self.address


class Shown(models.Model):
    """A page shows a record or a list. Rows come and go with their page under one lock, so nothing checks the key."""

    pk = models.CompositePrimaryKey("name", "rendered_id")
    name = models.BigIntegerField()
    rendered = models.ForeignKey(Rendered, on_delete=models.CASCADE, db_constraint=False)

    objects = models.Manager()

    def __str__(self):
        return f"{self.name}"


class Turn(models.Model):
    """Whose turn it is to render a page, and until when the others wait for it."""

    key = models.CharField(max_length=64, primary_key=True)
    holder = models.CharField(max_length=32)
    until = models.DateTimeField()

    objects = models.Manager()

    def __str__(self):
        return self.key
