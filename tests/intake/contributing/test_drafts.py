from django.test import TestCase

from articles.models import Article
from articles.searching import enter_stories
from bylines.models import Role
from bylines.private import keep
from intake.models import Routing
from tests.factories import (
    make_article,
    make_column,
    make_contributor,
    make_desk,
    make_published,
    make_region,
    make_town,
)
from tests.intake.contributing.forms import PHONE, TEXT, AtTheForm, document, jpeg


class DraftTests(AtTheForm, TestCase):
    def setUp(self):
        self.open_the_form()

    def codes(self, article):
        return set(article.doubts.values_list("code", flat=True))

    def test_becomes_a_draft_that_nobody_sees_outside(self):
        article = self.hand_in(ai="assisted").letter.article

        self.assertEqual((article.headline, article.stage, article.ai_use), ("下了班上夜校", "draft", "assisted"))
        self.assertIn("夜校开设了电工", article.body)
        self.assertIn("declared-ai", self.codes(article))
        self.assertEqual(self.client.get(article.get_absolute_url()).status_code, 404)

    def test_is_by_whoever_handed_it_in_where_the_text_names_nobody(self):
        person = make_contributor(name="周永卫", unit="江畔区总工会")

        article = self.hand_in().letter.article

        byline = article.bylines.get()
        self.assertEqual((byline.contributor, byline.role), (person, Role.CORRESPONDENT))

    def test_the_register_takes_in_nobody_by_itself(self):
        article = self.hand_in().letter.article

        self.assertFalse(article.bylines.exists())
        self.assertIn("name-unknown", self.codes(article))

    def test_a_short_photo_story_is_one_too(self):
        article = self.hand_in(headline="开镰", text="昨天，店口镇早稻开镰。", **{"photo-0": jpeg()}).letter.article

        self.assertEqual((article.headline, article.illustrations.count()), ("开镰", 1))

    def test_photos_have_their_captions_and_who_took_them(self):
        make_contributor(name="周永卫", unit="江畔区总工会")
        make_contributor(name="马敏")
        sent = {"photo-0": jpeg("IMG_1.jpg"), "caption-photo-0": "工友在夜校学电工。"}
        sent |= {"photo-1": jpeg("IMG_2.jpg", size=(900, 600)), "caption-photo-1": "老师示范。马敏 摄"}

        article = self.hand_in(**sent).letter.article

        photos = [row.photo for row in article.illustrations.select_related("photo")]
        self.assertEqual([photo.caption for photo in photos], ["工友在夜校学电工。", "老师示范。"])
        self.assertEqual([photo.bylines.get().name for photo in photos], ["周永卫", "马敏"])

    def test_a_word_file_goes_before_the_pasted_text(self):
        article = self.hand_in(text="请看附件。", document=document("劳模进校园", TEXT)).letter.article

        self.assertIn("夜校开设了电工", article.body)

    def test_comes_to_the_desk_of_its_column_or_of_its_nearest_region(self):
        town, column = make_town(), make_column()
        of_column, of_county, of_city = make_desk(), make_desk(), make_desk()
        Routing.objects.create(region=make_region(), desk=of_county)
        Routing.objects.create(region=town.parent.parent, desk=of_city)

        self.assertEqual(self.hand_in(region="店口镇").letter.article.desk, of_county)
        Routing.objects.create(column=column, desk=of_column)
        article = self.hand_in(region="店口镇", column=column.pk, text=f"{TEXT}二。").letter.article
        self.assertEqual((article.desk, article.column), (of_column, column))

    def test_comes_to_the_desk_that_looks_after_the_person(self):
        desk = make_desk()
        keep(make_contributor(name="周永卫", desk=desk), None, phone=PHONE)

        one = self.hand_in()

        self.assertEqual((one.letter.article.desk, one.contributor.name), (desk, "周永卫"))

    def test_a_phone_alone_makes_nobody_that_person(self):
        keep(make_contributor(name="梁昊"), None, phone=PHONE)

        self.assertIsNone(self.hand_in().contributor)

    def test_what_went_elsewhere_is_said_at_the_draft(self):
        article = self.hand_in(sent="elsewhere", elsewhere="省报", elsewhere_printed="3月1日").letter.article

        self.assertIn("省报", article.doubts.get(code="sent-elsewhere").message)

    def test_what_came_before_is_noticed(self):
        printed = make_published(headline="夜校开课", body=TEXT)
        enter_stories([make_article(headline="机密草稿", body=TEXT, desk=make_desk(name="别的部门"))])

        article = self.hand_in(text=f"{TEXT}\n另有一段新写的话，说的是书法课。").letter.article

        said = " ".join(article.doubts.filter(code="came-before").values_list("message", flat=True))
        self.assertIn(f"《{printed.headline}》", said)
        self.assertIn("别的部门", said)
        self.assertNotIn("机密", said)

    def test_another_story_is_not_taken_for_the_same(self):
        make_published(body="店口镇早稻开镰，收割机开进稻田，农民笑得合不拢嘴。今年的收成比去年好。")

        self.assertNotIn("came-before", self.codes(self.hand_in().letter.article))

    def test_the_very_same_text_makes_no_second_draft(self):
        first = self.hand_in()
        second = self.hand_in(once="j" * 22)

        self.assertEqual((second.letter.article, second.letter.repeats), (None, first.letter.article))
        self.assertEqual(Article.objects.count(), 1)
