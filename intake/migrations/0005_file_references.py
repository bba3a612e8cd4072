"""What came before learns which file it came in, by its reference: without part, number of an earlier text, and path in
a zip. A reference that was cut does not tell; such a text learns it when its file is read again."""

import re
from itertools import islice

from django.db import migrations

PART, NUMBER, CUT = re.compile(r"#\d+$"), re.compile(r"//\d+$"), re.compile(r"…[0-9a-f]{32}$")
IN_ZIP = re.compile(r"(?i)(?<=\.zip)/.*", re.DOTALL)


def file_of(reference):
    words = NUMBER.sub("", reference)
    return "" if CUT.search(words) else IN_ZIP.sub("", PART.sub("", words))


def note_files(apps, schema_editor):
    sources = apps.get_model("intake", "Source").objects
    kept = list(sources.exclude(reference="").values_list("pk", "reference"))
    rows = (sources.model(pk=key, file_reference=file_of(reference)) for key, reference in kept)
    while some := list(islice(rows, 500)):
        sources.bulk_update(some, ["file_reference"])


class Migration(migrations.Migration):
    dependencies = [("intake", "0004_filed_texts")]

    operations = [migrations.RunPython(note_files, migrations.RunPython.noop)]
