"""
How far an editor reaches becomes a permission of its own. Whoever worked on the stories of all desks until now goes on
doing so: every group and every account that sees the drafts of all desks gets it, and the audit log says so.
"""

from django.db import migrations

PERMISSIONS = [
    ("edit_others_article", "Can edit the stories of others"),
    ("see_all_desks_article", "Can see the drafts of every desk"),
    ("all_desks_article", "Can work on the stories of all desks"),
    ("review_article", "Can review a story"),
    ("sign_article", "Can sign a story off"),
    ("publish_article", "Can publish a story"),
    ("withdraw_article", "Can withdraw a story"),
    ("export_article", "Can export stories"),
]


def keep_reach(apps, schema_editor):
    """A fresh database has no permissions yet; they and the groups come after its migrations."""
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="articles")
    sees_all = permissions.filter(codename="see_all_desks_article").first()
    if sees_all is None:
        return
    works_on_all, _made = permissions.get_or_create(
        codename="all_desks_article",
        content_type=sees_all.content_type,
        defaults={"name": "Can work on the stories of all desks"},
    )
    note = apps.get_model("desk", "AuditEntry").objects.create
    for group in sees_all.group_set.all():
        group.permissions.add(works_on_all)
        note(verb="grant", kind="group", key=str(group.pk), words=f"{group.name}：可处理所有部门的稿件（升级）")
    for user in apps.get_model("desk", "User").objects.filter(user_permissions=sees_all):
        user.user_permissions.add(works_on_all)
        note(verb="grant", kind="user", key=str(user.pk), words=f"{user.username}：可处理所有部门的稿件（升级）")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0011_review_guards"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("desk", "0004_strict_checks"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="article",
            options={
                "ordering": ["-id"],
                "permissions": PERMISSIONS,
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
        ),
        migrations.RunPython(keep_reach, migrations.RunPython.noop),
    ]
