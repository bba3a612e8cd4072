"""Which columns of which tables the archive fills. What is not named here has the model's default."""

import json

from django.db.models import NOT_PROVIDED, JSONField

from articles.models import (
    Article,
    ArticleRegion,
    Correction,
    Illustration,
    Issue,
    Listing,
    ListingCount,
    Page,
    Placement,
    Printed,
    Submission,
)
from bylines.models import Byline, Contributor
from media.models import Likeness, Photo

COLUMNS = {
    Contributor: "id name sound unit region_id usual_role created_at",
    Article.tags.through.tag_model(): "id name slug",
    Issue: "id date edition number published_at",
    Page: "id issue_id label name position duty_editor key picture",
    Article: "id kicker headline subheadline dateline body summary source genre_id channel_id column_id desk_id stage"
    " published_at withdrawn_at corrected_at length last_illustration created_by_id created_at updated_at",
    Placement: "id page_id article_id order hotspot continued_from_id",
    ArticleRegion: "id article_id region_id order",
    Byline: "id contributor_id role standing order name unit article_id photo_id",
    Article.tags.through: "id tag_id object_id content_type_id",
    Photo: "id caption original filename key width height format content_hash renditions taken_at region_id"
    " uploaded_by_id uploaded_at",
    Likeness: "photo_id first second third fourth",
    Illustration: "id article_id photo_id number order alt",
    Listing: "id kind key published_at article_id",
    ListingCount: "id kind key stories at",
    Printed: "id article_id photo_id contributor_id role printed_on published_at issue_id column_id length parts"
    " part_of_role part_of_all",
    Correction: "id article_id wrong right stood_on_id printed_on_id published_at entered_by_id",
    Submission: "id article_id number version steps step waiting_since submitted_by_id submitted_at",
    Submission.authors.through: "id submission_id user_id",
}


class Table:
    """columns: those that differ from row to row, in the order of a row. constants: {column: what every row has}."""

    def __init__(self, model, columns, connection):
        self.model, self.name = model, model._meta.db_table
        fields = {field.attname: field for field in model._meta.concrete_fields}
        self.columns = [fields[name].column for name in columns]
        others = [field for name, field in fields.items() if name not in columns and has_default(field)]
        self.constants = {field.column: default_of(field, connection) for field in others}

    @property
    def pk(self):
        return self.model._meta.pk.column


def has_default(field):
    """
    What the database fills by itself is left to it; and what may be empty is. A default of the model's is said even
    where the database has it too: on SQLite a column that is older than that has none there (articles 0027).
    """
    by_itself = field.generated or (field.db_default is not NOT_PROVIDED and not field.has_default())
    return not by_itself and not field.primary_key and not (field.null and field.get_default() is None)


def default_of(field, connection):
    """As text where it is JSON: both databases read that."""
    if isinstance(field, JSONField):
        return json.dumps(field.get_default())
    return field.get_db_prep_save(field.get_default(), connection)


def tables(connection):
    """{model: its table}"""
    return {model: Table(model, columns.split(), connection) for model, columns in COLUMNS.items()}
