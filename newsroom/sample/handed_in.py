"""What correspondents of the sample have handed in by the form: their drafts are made by the demo's worker."""

from bylines.sealing import has_keys
from intake.contributing.handing_in import hand_in
from intake.contributing.proposed_consent import proposed_text
from intake.models import ConsentText, Routing
from regions.models import Region

WISHES = """本报讯 昨天傍晚，店口镇职工服务站的院子里摆开十几张长桌，下班的工友一边喝茶，一边把心里的话写在卡片上。
服务站把卡片分成三类：当天能办的当天办，要跟企业商量的一周内回话，一时办不了的说明缘由。头一晚收到五十六张，其中二十一张说的是夜班公交。
“写下来就有人管。”五金厂的夏师傅说，上个月他提的热水问题，第三天就解决了。
"""
TEA = """本报讯 茶山上的采茶工多数来自外地，中午舍不得下山吃饭。今年，镇里把热饭送到了山腰。
送饭的是十二名志愿者，每人每天挑两趟。饭菜的单子由采茶工自己定，一周一换。
"""


def hand_in_samples(desk, column):
    if not has_keys():
        return
    consent = ConsentText.objects.create(text=proposed_text())
    town = Region.objects.filter(code="330681104").first()
    if town:
        Routing.objects.create(region=town.parent or town, desk=desk)
    wang = {"name": "王晓峰", "unit": "店口镇职工服务站", "phone": "13800000001", "region": town}
    wishes = {"headline": "茶桌边写下心里话", "text": WISHES, "column": column}
    su = {"name": "苏禾", "unit": "茶山镇文化站", "phone": "13800000002", "region": None}
    tea = {"headline": "热饭送到半山腰", "text": TEA, "column": None}
    tea |= {"elsewhere": "县融媒体中心公众号", "elsewhere_printed": "尚未刊发", "ai_use": "assisted"}
    for number, said in enumerate(({**wang, **wishes}, {**su, **tea})):
        whole = {"email": "", "elsewhere": "", "elsewhere_printed": "", "ai_use": "", **said}
        hand_in(once=f"sample-{number}", said=whole, consent=consent, files=[])
