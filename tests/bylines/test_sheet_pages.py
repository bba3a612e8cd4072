from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase, override_settings

from bylines import private
from bylines.models import Contributor, PrivateDetails
from desk.models import AuditEntry
from newsroom.groups import CHIEF, EDITOR, REPORTER
from tests.factories import make_contributor, make_user

LIST = "/admin/bylines/contributor/"


class SheetPagesTests(TestCase):
    def setUp(self):
        self.chief = make_user(group=CHIEF)
        self.client.force_login(self.chief)
        self.person = make_contributor(name="何青", unit="县总工会")
        private.keep(self.person, None, phone="13900000001")

    def look(self, text, **said):
        file = SimpleUploadedFile("register.csv", text.encode())
        return self.client.post(f"{LIST}import/", {"file": file, "role": "author", **said})

    def test_take_out_those_whom_the_list_shows(self):
        make_contributor(name="江望", unit="甲")

        response = self.client.post(f"{LIST}export/?unit=县总工会", {"format": "utf-8"})

        lines = response.content.decode("utf-8-sig").splitlines()
        self.assertEqual([line.split(",")[1:3] for line in lines], [["姓名", "单位"], ["何青", "县总工会"]])
        self.assertNotIn("13900000001", response.content.decode())
        self.assertEqual(AuditEntry.objects.get(verb="export_register").words, "1 utf-8")

    def test_take_out_private_details_only_for_whom_may_see_them(self):
        for group, is_there in ((CHIEF, True), (EDITOR, False)):
            self.client.force_login(make_user(group=group))
            response = self.client.post(f"{LIST}export/", {"format": "gb18030", "private": "on"})
            self.assertEqual("13900000001" in response.content.decode("gb18030"), is_there, group)

        self.assertEqual(AuditEntry.objects.filter(verb="look_private").count(), 1)

    def test_show_what_would_be_and_do_it_on_the_second_press(self):
        shown = self.look("姓名,单位,常用署名身份\n江望,甲,通讯员\n何青,县总工会,通讯员\n")
        self.assertFalse(Contributor.objects.filter(name="江望").exists())

        self.client.post(f"{LIST}import/", {"token": shown.context["token"], "take": "1"})

        people = Contributor.objects.order_by("name").values_list("name", "usual_role")
        self.assertEqual(list(people), [("何青", "correspondent"), ("江望", "correspondent")])

    def test_enter_as_what_the_form_says_of_whom_the_table_does_not(self):
        shown = self.look("姓名\n江望\n何青\n")

        self.client.post(f"{LIST}import/", {"token": shown.context["token"], "take": "1"})

        people = Contributor.objects.order_by("name").values_list("name", "usual_role")
        self.assertEqual(list(people), [("何青", "reporter"), ("江望", "author")])

    def test_show_once_more_what_an_answer_comes_to(self):
        shown = self.look("姓名,单位\n何青,石门镇\n")
        again = self.client.post(f"{LIST}import/", {"token": shown.context["token"], "answer-2": "new", "take": "1"})
        self.assertEqual(Contributor.objects.filter(name="何青").count(), 1)

        self.client.post(f"{LIST}import/", {"token": again.context["token"], "answer-2": "new", "take": "1"})

        self.assertEqual(Contributor.objects.filter(name="何青").count(), 2)

    def test_say_so_where_the_register_has_changed_meanwhile(self):
        shown = self.look("姓名\n江望\n")
        make_contributor(name="江望")

        response = self.client.post(f"{LIST}import/", {"token": shown.context["token"], "take": "1"})

        self.assertEqual(response.context["counts"][4][2], 1)
        self.assertEqual(Contributor.objects.filter(name="江望").count(), 1)

    def test_refuse_a_bad_file_a_bad_token_and_a_colleagues_page(self):
        self.assertEqual(self.look("何青\n").status_code, 200)
        token = self.look("姓名\n江望\n").context["token"]
        self.client.force_login(make_user(group=CHIEF))

        for bad in (token, "nonsense", ""):
            response = self.client.post(f"{LIST}import/", {"token": bad, "take": "1"})
            self.assertRedirects(response, f"{LIST}import/")
        self.assertFalse(Contributor.objects.filter(name="江望").exists())

    def test_leave_private_columns_where_one_may_not_change_them(self):
        self.client.force_login(make_user(group=EDITOR))

        shown = self.look("姓名,电话\n何青,13900000009\n", private="on")

        self.assertEqual(shown.context["counts"][4][2], 1)

    @override_settings(PRIVATE_DATA_KEYS=[])
    def test_leave_private_columns_where_no_key_is_set_up(self):
        shown = self.look("姓名,电话\n江望,13900000009\n", private="on")

        self.client.post(f"{LIST}import/", {"token": shown.context["token"], "take": "1"})

        self.assertFalse(PrivateDetails.objects.filter(contributor__name="江望").exists())
        self.assertTrue(Contributor.objects.filter(name="江望").exists())

    def test_are_not_for_reporters(self):
        self.client.force_login(make_user(group=REPORTER))

        for page in ("export", "import"):
            self.assertEqual(self.client.get(f"{LIST}{page}/").status_code, 403)
