"""Surnames by how often one meets them: the ground on which names run together are told apart."""

import re

COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦傅付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
KNOWN = frozenset(
    "常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成"
    "苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏"
    "席卫米柏宗瞿桂佟臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝官封谈匡鞠惠荆冀郁胥班储原栗"
    "燕楚鄢劳谌奚皮粟冼蔺楼盘满闻厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄索宣晋容敬扈晁芮浦戈伏鹿薄"
    "邸雍辜羊乌裘修邰赫杭况那宿印逯隆茹诺慕银亢嵇哈湛宾戎勾茅利居揭尉冶斯元束檀衣信昝植衡富竺郦郏佴钮邴洪赖全应明"
    "南乐都谯俎冒励卯厍宓寿展岩嵩庹弓戢斛昌暨朵朗杨栋沃泮澹濮濯璩畅疏禄禚竹笪糜綦缴羿臻荀荔莘莱菅菊萨蒯蒿蓟蓬藏虎"
    "衙訾豹貊赛逄郇郗郤郸鄂酆采锁镡隽雒雪鞏颉香骄默仉侍么仰佀才步公计母时位平门云来相初阿鲜闪危战"
)
# Everyday words as well as surnames: believed only when nothing better explains the name.
RARE = frozenset("经红营律益种干代凤苍战危母时位平门云初玉首依尧信居年良黑海登化水火月青言")
# Surnames that end given names just as often: 江 of 林望江 begins no new name.
ALSO_GIVEN = frozenset("龙江金明成安文林方夏雷石海云晏国玉山平华丽乐宁祥康利英旭昌")
# Surnames that hardly ever stand in a given name.
SELDOM_GIVEN = frozenset(
    "王李张刘陈赵吴徐孙马朱胡郭何罗郑梁谢宋许韩冯邓曹彭曾肖董袁潘蒋蔡杜魏吕丁沈姚卢姜崔钟谭陆范廖贾韦邹熊秦邱尹薛闫阎段"
    "侯陶黎贺顾毛郝龚邵钱严覃戴莫孔樊葛邢乔庞倪聂鲁岳翟殷詹欧耿焦俞柳祝符阮柯纪凌毕裴霍涂苗翁冉骆管牛边路司左季童曲关"
)
COMPOUND = frozenset(
    re.findall(
        r"\w+",
        """
        欧阳 上官 司马 诸葛 皇甫 尉迟 公孙 令狐 司徒 慕容 夏侯 端木 轩辕 东方 南宫 西门 独孤 长孙 宇文
        申屠 呼延 淳于 单于 太史 闻人 澹台 公冶 宗政 濮阳 赫连 钟离 鲜于 闾丘 司空 仲孙 亓官 司寇 拓跋
        百里 东郭 南门 羊舌 微生 公羊 梁丘 左丘 东门 谷梁 乐正 漆雕 壤驷 第五 纳兰 完颜 爱新觉罗
        叶赫那拉 公西 巫马 颛孙 夹谷 宰父 段干 东野 万俟 歹斯 耶律 哥舒 贺兰 达奚 库狄 即墨 范姜 张简
        """,
    )
)
# Words of the running text that no given name holds.
NEVER_GIVEN = frozenset("的了们这那哪吗呢吧被你他她它您么很还又个从在县镇局厂讯电报社者就都也把让并且但")
