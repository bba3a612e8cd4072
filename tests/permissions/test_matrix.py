"""Each visitor at each address, with what the table says of it; and what is written in the database meanwhile."""

from contextlib import contextmanager, nullcontext

from django.test import Client, TestCase

from tests.factories import make_desk
from tests.permissions.addresses import all_routes, fields_with_offers, one_a_route, route_of
from tests.permissions.asking import PRESSED, form_in, is_taken, letter_of, undone, unprinted, writes
from tests.permissions.table import LETTERS, ROWS
from tests.permissions.table.machines import OFFERS
from tests.permissions.visitors import (
    BETWEEN,
    NOBODY,
    OUTSIDERS,
    OWING,
    READER,
    REPORTER,
    SIGHT_OF_ONE_DESK,
    SUPERUSER,
    VISITORS,
    account,
    asked_of,
    outsider,
    signed_in,
)
from tests.permissions.world import SECRETS, World

# What is noted when something is only looked at: who took it out of the house, who opened a link, what one has read.
NOTED = {"desk_auditentry", "articles_previewlink", "desk_notice", "intake_ownlink"}
# Whom the sign-in keeps out is nobody, but for the door at which they stand.
AT_THE_DOOR = {
    (OWING, "/admin/login/"): ">",
    (OWING, "/admin/second-factor/"): "w",
    (BETWEEN, "/admin/login/code/"): "w",
}


class MatrixTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        desk = make_desk(name="本部门")
        cls.users = {name: account(name, desk) for name in VISITORS}
        cls.world = World(cls.users, desk)
        cls.cookies = {name: signed_in(Client(), cls.users[name]).cookies for name in VISITORS}

    def client_of(self, visitor):
        """With the cookies that it came with: an answer may have taken them away, and was undone."""
        self.client.cookies = self.cookies[visitor].copy()
        return self.client

    def address(self, row, visitor):
        return row.address.replace("{}", str(self.world.key(row.thing, visitor))) if row.thing else row.address

    def ask(self, row, visitor, method="get", form=None, printed=False):
        address = self.address(row, visitor)
        ask = getattr(self.client_of(visitor), method)
        with self.asked(printed=printed), writes() as written:
            response = ask(address, form)
            if response.streaming:
                response.getvalue()  # the file is closed behind it
        return response, written

    @contextmanager
    def asked(self, printed=False):
        """What an answer writes is undone."""
        with undone(), nullcontext() if printed else unprinted():
            yield


class MatrixTests(MatrixTestCase):
    def test_every_address_is_described(self):
        described = {route_of(self.address(row, SUPERUSER)) for row in ROWS}

        self.assertEqual([route for route in all_routes() if route not in described], [])

    def test_every_field_in_which_one_types_is_described(self):
        self.assertEqual(fields_with_offers() - set(OFFERS), set())

    def test_every_letter_is_known(self):
        self.assertEqual([row for row in ROWS if set(row.cells) - set(LETTERS) or len(row.cells) != len(VISITORS)], [])

    def test_looking(self):
        """And no page says what its visitor is not to know."""
        for row in ROWS:
            with self.subTest(address=row.address, thing=row.thing):  # one of each cell would take as long as asking
                for visitor, expected in asked_of(row):
                    printed = expected in "rw" and is_read_whole(row, visitor)
                    response, written = self.ask(row, visitor, printed=printed)
                    found = {"w": "r", "p": "."}.get(expected, expected)
                    self.assertEqual(letter_of(response, row.address), found, visitor)
                    self.assertLessEqual(written, NOTED, visitor)
                    if printed and not response.streaming:
                        self.assertIsNone(SECRETS.search(response.content.decode("utf-8", "replace")), visitor)

    def test_sending(self):
        """The form that a superuser has there, in the hands of each: who is refused changes nothing."""
        for row in ROWS:
            form = form_in(self.ask(row, SUPERUSER, printed=True)[0]) if "w" in row.cells else PRESSED
            with self.subTest(address=row.address, thing=row.thing):
                for visitor, expected in asked_of(row):
                    response, written = self.ask(row, visitor, "post", form)
                    if expected in "wp":
                        self.assertTrue(is_taken(response, written, expected), (visitor, response))
                    else:
                        self.assertEqual(written, set(), visitor)
                        self.assertFalse(expected == "." and response.status_code == 200, visitor)

    def test_asking_for_the_head_alone(self):
        for row in one_a_route(ROWS, self.address):
            response, written = self.ask(row, SUPERUSER, "head")
            with self.subTest(address=row.address):
                self.assertIn(letter_of(response, row.address), {*row.cells[-1], ".", "r"})
                self.assertLessEqual(written, NOTED)

    def test_every_other_method_is_refused(self):
        for row in one_a_route(ROWS, self.address):
            address = self.address(row, SUPERUSER)
            for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
                for visitor in (NOBODY, SUPERUSER):
                    answer = self.client_of(visitor).generic(method, address)
                    self.assertEqual((answer.status_code, answer["Allow"]), (405, "GET, HEAD, POST"), address)

    def test_whom_the_sign_in_keeps_out_is_nobody(self):
        """Whatever the account could do."""
        desk = self.users[SUPERUSER].desks.get()
        self.cookies |= {name: outsider(name, Client(), desk).cookies for name in OUTSIDERS}
        for row in one_a_route(ROWS, self.address):
            if row.address.startswith(("/admin/", "/files/")):
                for visitor in OUTSIDERS:
                    self.assert_nobody(row, visitor)

    def assert_nobody(self, row, visitor):
        expected = AT_THE_DOOR.get((visitor, row.address), row.cells[0])
        with self.subTest(address=row.address, visitor=visitor):
            looked, _written = self.ask(row, visitor)
            self.assertEqual(letter_of(looked, row.address), {"w": "r"}.get(expected, expected))
            if visitor in (READER, OWING):  # who has a sign-in that runs
                _sent, written = self.ask(row, visitor, "post", PRESSED)
                self.assertTrue(expected == "w" or not written, written)


def is_read_whole(row, visitor):
    """Readers' pages are everybody's: it is enough that a reader and a reporter read them. A link's story is shown."""
    if row.address.startswith("/preview/"):
        return False
    return visitor in SIGHT_OF_ONE_DESK if row.address.startswith("/admin/") else visitor in (NOBODY, REPORTER)
