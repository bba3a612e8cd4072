"""
Characters, words and marks typed twice. Chinese doubles many of its words (天天, 刚刚, 商量商量): only what is hardly
ever doubled is named here, and where two words merely meet (以盈利为目的的, 除了了解) nothing is.
"""

import re

from wording.marks import ADDRESS
from wording.unmarked import Slip, outside

HAN = "\u4e00-\u9fff"
# Each character with what, standing before the pair or behind it, shows that two words meet.
SINGLES = {
    "的": ("目标", "确士"),
    "了": ("除为完罢到不草得甚", "解结却然不望得"),
    "在": ("现存正实所内潜好", "线建校职岗编场逃外野"),
    "是": ("还于只就但总可而或凡算要不若老都更", "非否"),
    "和": ("共祥温平调暖柔缓", "美平气睦谐煦顺"),
    "为": ("作行成认称因以人变较更", "何了什"),
    "把": ("一两几", "关握手脉"),
    "被": ("棉毛", "子褥"),
    "与": ("参给赋", "会否其"),
    "于": ("对由关至终处位等属", "是"),
    "从": ("服跟听随遵自", "容前来此事"),
    "由": ("自理事缘", "于来衷"),
    "并": ("合吞一", "购且非"),
    "而": ("然从进反", "今且后立"),
    "们": ("", ""),
    "着": ("", "火力手眼陆重装急"),
    "将": ("麻健主", "军领士帅来要近"),
    "使": ("大天行驱促致", "用命得馆劲"),
    "这": ("", "些样里个"),
    "其": ("极尤与", "中他余实次"),
    "该": ("应", ""),
}
SINGLE = re.compile(rf"(?P<one>[{''.join(SINGLES)}])(?P=one)+")
WORD = re.compile(rf"(?P<word>[{HAN}]{{2,8}})(?P=word)+")
MARK = re.compile("([，；：、])\\1+|(?<!。)。。(?!。)|，。|。，|、，|，、|；[，。]|[，。]；")
# Doubled on purpose: to try a little, to encourage, and what sounds.
TRIED = frozenset(
    re.findall(
        r"\w+",
        """
        研究 讨论 商量 考虑 打扫 休息 收拾 锻炼 学习 了解 体验 感受 尝试 交流 介绍 认识 活动
        放松 品尝 练习 帮助 参观 熟悉 整理 打听 调查 琢磨 合计 比较 检查 准备 教育 表扬 照顾
        联络 沟通 解释 反省 高兴 热闹 凉快 轻松 暖和 意思 加油 恭喜 欢迎 谢谢 拜拜 再见 来了
        快来 好的 不是 是的 对的 可以 知道 救命 一个 一步 一点 一天 一年 一次 一遍
        """,
    )
)
SOUND = re.compile("[口叮咚咔嚓哗啦滴答噼啪轰隆呼噜咕嘟嘀嗒哐当扑通嘻嘻哈呵吱呀叽喳咯噔唰沙淅沥簌突砰嗡]{2}")

FACING = re.compile(".[对连拉打靠并不传一上挨贴]$")  # 面对面对话: 面对面 and 对话


def doubled(text):
    """的的, 进行进行, ，，: each with what is meant."""
    slips = [*_characters(text), *_words(text), *_marks(text)]
    return sorted(outside(slips, ADDRESS.finditer(text)))


def _characters(text):
    for found in SINGLE.finditer(text):
        before, behind = SINGLES[found["one"]]
        if text[found.start() - 1 : found.start()] not in set(before) and text[
            found.end() : found.end() + 1
        ] not in set(behind):
            yield Slip(*found.span(), found["one"])


def _words(text):
    for found in WORD.finditer(text):
        if not _is_meant(found["word"]):
            yield Slip(*found.span(), found["word"])


def _is_meant(word):
    """Among others 哈哈哈哈, 一个一个 and 走着走着."""
    is_repeated = len(set(word)) == 1 or word[0] == "一" or word[1] in "着啊呀"
    return is_repeated or word in TRIED or bool(SOUND.fullmatch(word) or FACING.match(word))


def _marks(text):
    for found in MARK.finditer(text):
        yield Slip(*found.span(), found[0][0] if len(set(found[0])) == 1 else None)
