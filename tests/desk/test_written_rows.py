import re
from pathlib import Path
from unittest.mock import patch

import django.contrib.admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.template import Context, Template
from django.test import TestCase
from django.urls import reverse

from articles.models import Issue
from desk.written_wrapper import WrittenWrapper
from tests.articles.test_form_rows import a_row_of_each_kind, form_address
from tests.factories import make_published, make_user

ADMIN = Path(django.contrib.admin.__file__).parent / "templates/admin"
BY_THE_MINUTE = re.compile(r'csrfmiddlewaretoken" value="[^"]+|name="opening" value="[^"]+|value="\d\d:\d\d"')


def without_blanks(page):
    page = re.sub(r"\s+", " ", BY_THE_MINUTE.sub("", page))
    return re.sub(r" ?(<[^>]*>) ?", r"\1", page).replace(" >", ">").replace(">", ">\n")


def by_template(name, **said):
    return Template((ADMIN / name).read_text()).render(Context(said))


def rows_by_template(rows, is_last):
    return by_template("edit_inline/tabular.html", inline_admin_formset=rows, forloop={"last": is_last})


def fieldset_by_template(fieldset, prefix, id_prefix, id_suffix, heading_level):
    heading = {"prefix": prefix, "id_prefix": id_prefix, "id_suffix": id_suffix, "heading_level": heading_level}
    return by_template("includes/fieldset.html", fieldset=fieldset, **heading)


class WrittenFormTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))
        self.article = make_published(tags=["高温"])
        a_row_of_each_kind(self.article, 1)
        a_row_of_each_kind(self.article, 2)

    def form(self, **typed):
        return without_blanks(self.client.get(form_address(self.article)).content.decode())

    def test_has_the_characters_of_the_admins_templates(self):
        written = self.form()

        with (
            patch("desk.templatetags.steady.group_written", rows_by_template),
            patch("desk.templatetags.steady.fieldset_written", fieldset_by_template),
            patch.object(WrittenWrapper, "render", RelatedFieldWidgetWrapper.render),
        ):
            self.assertEqual(written, self.form())

    def test_keep_the_ways_of_a_row_apart(self):
        issue = Issue.objects.order_by("pk").first()

        page = self.client.get(reverse("admin:articles_issue_change", args=[issue.pk])).content.decode()

        self.assertRegex(page, "修改</a> <a [^>]+>在站点上查看")
