"""The columns, by the words that stand in their heads: the desk's own, whatever language the interface has."""

from bylines.models import Role

KEY = "key"
HEADS = {
    KEY: "编号",
    "name": "姓名",
    "unit": "单位",
    "region_code": "地区代码",
    "region": "地区",
    "desk": "部门",
    "role": "常用署名身份",
    "pen_names": "笔名",
    "aliases": "曾用名、别名",
    "since": "聘期起",
    "until": "聘期止",
    "position": "职务",
    "number": "证号",
}
PRIVATE = {
    "phone": "电话",
    "email": "电子邮箱",
    "id_number": "身份证号",
    "bank": "开户行",
    "account": "银行账号",
}
ALSO = {
    KEY: ("作者编号", "id"),
    "name": ("作者", "名字", "name"),
    "unit": ("工作单位", "所在单位", "unit"),
    "region_code": ("行政区划代码", "code"),
    "region": ("所在地区", "地方", "region"),
    "desk": ("联系部门", "desk"),
    "role": ("身份", "署名身份", "role"),
    "pen_names": ("pen names",),
    "aliases": ("曾用名", "别名", "aliases"),
    "since": ("聘任日期", "起聘日期", "since"),
    "until": ("到期日期", "聘期至", "until"),
    "position": ("聘任职务", "position"),
    "number": ("通讯员证号", "证件编号", "number"),
    "phone": ("手机", "手机号", "手机号码", "联系电话", "phone"),
    "email": ("邮箱", "电子邮件", "email", "e-mail"),
    "id_number": ("身份证", "身份证号码"),
    "bank": ("开户银行",),
    "account": ("账号", "银行卡号", "卡号"),
}
NAMES = {head: name for name, own in {**HEADS, **PRIVATE}.items() for head in (own.lower(), *ALSO.get(name, ()))}
# 常用署名身份, as the desk writes them.
ROLES = {
    "记者": Role.REPORTER,
    "见习记者": Role.TRAINEE_REPORTER,
    "通讯员": Role.CORRESPONDENT,
    "特约通讯员": Role.SPECIAL_CORRESPONDENT,
    "摄影": Role.PHOTOGRAPHER,
    "实习生": Role.INTERN,
    "作者": Role.AUTHOR,
    "编辑": Role.EDITOR,
    "通讯社": Role.AGENCY,
}
ROLE_WORDS = {role: word for word, role in ROLES.items()}


def column_of(head):
    """None for a column that we do not know."""
    return NAMES.get("".join(head.split()).lower()) or NAMES.get(" ".join(head.split()).lower())


def in_words(name):
    return HEADS.get(name) or PRIVATE[name]
