"""
The last release: what an older version may still be serving with while a newer one's migrations run. At a release its
newest migrations are written here: manage.py shell -c "from tests.upgrades import released; released.print_leaves()"
"""

# The commit whose program the two versions are tried with (python -m tests.upgrades.two_versions).
COMMIT = "641aa6ac65a7b6d0bad982469b411dc634952836"

RELEASED = {
    "admin": "0003_logentry_add_action_flag_choices",
    "articles": "0026_newest_issue",
    "auth": "0012_alter_user_first_name_max_length",
    "bylines": "0003_photos_of",
    "contenttypes": "0002_remove_content_type_name",
    "desk": "0014_doors",
    "django_tasks_database": "0021_conditional_partial_index_ordering",
    "intake": "0006_letters_kept",
    "media": "0009_photo_days",
    "pagecache": "0001_initial",
    "redirects": "0002_alter_redirect_new_path_help_text",
    "regions": "0001_initial",
    "search": "0005_asked_token_by_token",
    "sessions": "0001_initial",
    "sites": "0002_alter_domain_unique",
    "taggit": "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx",
}

# Tables that do not grow with the archive: an index on one is built before anybody has to wait.
SMALL = {
    "desk.desk",
    "desk.heartbeat",
    "desk.job",
    "desk.paper",
    "articles.channel",
    "articles.column",
    "articles.genre",
}

# Of other people's migrations, in which no reason can be written: {(app, name): {operation: reason}}
REASONS: dict[tuple[str, str], dict[str, str]] = {}


def print_leaves():
    from django.db.migrations.loader import MigrationLoader

    for app, name in sorted(MigrationLoader(None).graph.leaf_nodes()):
        print(f'    "{app}": "{name}",')
