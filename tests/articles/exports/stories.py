"""A story with everything that can stand in one, and what the tests look at."""

from articles.exports.gathering import gathered
from articles.exports.walking import single_parts
from articles.models import Article
from desk.models import Paper
from tests.factories import (
    correspondent,
    illustrate,
    make_article,
    make_column,
    make_page,
    make_photo,
    photographer,
    reporter,
)

BODY = """日前，“送清凉”活动在广场举行，**三百名**职工参加。
[图1]
## 把清凉送到一线
> 天再热，心里是凉爽的。
| 单位 | 人数 |
| --- | --- |
| 店口镇 | 128 |
| 枫桥镇 | 172 |
活动将持续到九月。"""


def make_full_story(**fields):
    """Placed on page 02, with a credited picture, a table and every part of the head."""
    page = fields.pop("page", None) or make_page(duty_editor="周宁")
    story = make_article(
        page=page,
        by=[reporter("林岚"), correspondent("何青")],
        **{
            "kicker": "高温下的牵挂",
            "headline": "工会送清凉",
            "subheadline": "三百名职工参加",
            "dateline": "本报讯",
            "body": BODY,
            "column": make_column(),
            **fields,
        },
    )
    photo = make_photo(caption="职工领取凉茶。", by=[photographer("何青")], size=(900, 600))
    illustrate(article=story, photo=photo)
    return story


def exported(article, **options):
    return gathered(Article.objects.filter(pk=article.pk), **options)[0]


def parts_of(article):
    return list(single_parts(exported(article), Paper.current()))
