from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import FileField, ForeignKey
from django.test import SimpleTestCase

from newsroom.handover import HandoverError
from newsroom.handover.contents import (
    DERIVED,
    HANDED_OVER,
    LEFT_OUT,
    ON_REQUEST,
    SECRETS,
    all_models,
    models_for,
    refuse_strangers,
)

IN_WORDS = {ContentType, Permission}


class ContentsTests(SimpleTestCase):
    def test_every_model_is_handed_over_or_left_out_for_a_reason(self):
        self.assertEqual(all_models() - set(HANDED_OVER) - LEFT_OUT.keys(), set())
        self.assertEqual(set(HANDED_OVER) & LEFT_OUT.keys(), set())
        self.assertEqual({*HANDED_OVER, *LEFT_OUT, *ON_REQUEST, *SECRETS, *DERIVED} - all_models(), set())
        self.assertTrue(all(LEFT_OUT.values()))

    def test_a_model_that_nobody_thought_of_stops_the_export(self):
        whole = LEFT_OUT.pop("desk.Job")
        self.addCleanup(LEFT_OUT.update, {"desk.Job": whole})

        with self.assertRaisesMessage(HandoverError, "desk.Job"):
            refuse_strangers()

    def test_a_record_comes_behind_those_that_it_names(self):
        for requested in ([], list(ON_REQUEST.values())):
            seen = set()
            for model in models_for(requested):
                seen.add(model)
                named = {field.related_model for field in model._meta.local_fields if isinstance(field, ForeignKey)}
                self.assertEqual(named - seen - IN_WORDS, set(), model)

    def test_what_looks_like_a_secret_goes_along_on_request_only(self):
        names = ("password", "secret", "token", "email")
        looks = {
            (label, field.name)
            for label in set(HANDED_OVER) - ON_REQUEST.keys()
            for field in apps.get_model(label)._meta.local_fields
            if any(name in field.name for name in names)
        }
        kept = {(label, name) for label, fields in SECRETS.items() for name in fields}

        # The paper's own addresses are printed on every page.
        self.assertEqual(looks - kept, {("desk.Paper", "email"), ("desk.Paper", "report_email")})

    def test_nothing_that_is_left_out_has_files(self):
        left = [apps.get_model(label) for label in LEFT_OUT]

        self.assertEqual([one for one in left if any(isinstance(f, FileField) for f in one._meta.local_fields)], [])
