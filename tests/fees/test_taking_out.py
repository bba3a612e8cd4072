from io import BytesIO

from cryptography.fernet import Fernet
from django.contrib.auth.models import Permission
from django.test import TestCase, override_settings
from openpyxl import load_workbook

from bylines import private
from bylines.models import Contributor
from desk.models import AuditEntry
from fees.taking_out import file_of
from newsroom.groups import FINANCE
from tests.factories import correspondent, make_user
from tests.fees.makers import close, make_card, print_story

ID = "330681199001011237"


def rows(taken):
    sheet = load_workbook(BytesIO(taken.body)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@override_settings(PRIVATE_DATA_KEYS=[Fernet.generate_key().decode()])
class TakingOutTests(TestCase):
    def setUp(self):
        make_card()
        print_story(by=[correspondent("周永卫")])
        print_story(by=[correspondent("=1+1")], length=300)
        self.person = Contributor.objects.get(name="周永卫")
        private.keep(self.person, None, id_number=ID, bank="诸暨农商银行", account="6217000000000000000")
        self.month = close()
        self.finance = make_user(group=FINANCE)
        self.colleague = make_user()
        self.colleague.user_permissions.add(Permission.objects.get(codename="view_feemonth"))

    def test_cells_of_excel_are_numbers(self):
        table = rows(file_of(self.month, "xlsx", by=self.colleague))

        self.assertEqual([row[-1] for row in table[1:4]], [100, 50, 150])
        self.assertEqual(table[3][2], "壹佰伍拾元整")

    def test_private_details_for_whoever_may_see_them_and_noted(self):
        table = rows(file_of(self.month, "xlsx", by=self.finance))

        self.assertEqual(table[1][-3:], [ID, "诸暨农商银行", "6217000000000000000"])
        looked = AuditEntry.objects.filter(verb="look_private", by=self.finance)
        self.assertEqual([entry.key for entry in looked], [str(self.person.pk)])

    def test_without_that_right_the_columns_are_not_there_and_it_says_so(self):
        taken = file_of(self.month, "xlsx", by=self.colleague)

        table = rows(taken)
        self.assertEqual(len(table[0]), 8)
        self.assertIn("身份证号", table[-1][1])
        self.assertNotIn(ID, str(table))
        self.assertFalse(AuditEntry.objects.filter(verb="look_private").exists())

    def test_as_text_in_both_encodings(self):
        for form, encoding in (("utf-8", "utf-8-sig"), ("gb18030", "gb18030")):
            text = file_of(self.month, form, by=self.colleague).body.decode(encoding)

            self.assertIn("周永卫", text)
            self.assertIn(",100.00", text)
            self.assertIn("'=1+1", text)
