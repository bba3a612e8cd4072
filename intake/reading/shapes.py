"""What the shape of a piece of text says: a heading, a finished sentence, one that breaks off."""

import re

from bylines.names import HAN
from intake.reading.datelines import dateline_of

SENTENCE_END = re.compile(r"[。!?…;:]['\"”’)\]》」』]*$|[”’)\]][。]?$|>+$")
FULL_STOP_INSIDE = re.compile(r"[。;](?!$)|。$")
CLAUSE_MARK = re.compile(r"[,;、]")
# Characters that no heading and no sentence ends with: what they govern is still to come.
LEADS_ON = re.compile(r"(?:(?<![缓温共饱柔总人平])和|[并或而且但的于是把被让每各这那即若虽,、(《“‘])$")
PAIRS = (("“", "”"), ("《", "》"), ("(", ")"))
SAID = re.compile(r":[“\"].*[!?…][”\"]$|^.{20,}[!?…][”\"]$")
ASKED = re.compile(r"(?:问|答|记者|本报记者|本报|主持人|笔者|编者|Q|A)\d?[:.].*[?!。]$")  # an interview
ABOUT_AUTHOR = re.compile(r"(?:本文)?作者(?:系|单位|简介|均?为|是)")
ASKS = re.compile(r"^.{20,}[呢吗][?]$")
SIGNED = re.compile(r"\s[^\s]{0,3}(?:先生|女士|同学|阿姨|师傅|读者|网友)$")
LONGEST_HEADING = 60
LONGEST_SEGMENT = 36
BEGINS_SENTENCE = re.compile(
    r"近日|日前|近年|近期|昨|今[天日年晨晚]|当[天日时地]|此[次外前时]|在此|同时|据[悉了介统]|下一步|接下来|目前|截至|其中|此后|随后|"
    r"为[了此]|如今|现在|过去|自[从\d]|多年来|一直|不仅|除了|\d{1,4}[年月日]"
)
# A sentence cannot begin with these: something stood before them.
MID_SENTENCE = re.compile(
    rf"[,。、;:!?”’)\]》]|[{HAN}]地(?=[{HAN}])|们|的(?![确士])|了(?![解却如])|得(?![到了知益])|(?![我你他她它咱人])[{HAN}]们"
)
PLACE_NOUN = re.compile(
    r"[当各两三此某本异外内多实基土场工产就田满遍大天绿草湿耕营驻阵属村林荒沙山高低平洼空盆境旧原老新目极余质圣胜墓租占征失]地"
)
IN_BRACKETS = re.compile(r"\([^()]*\)")


def is_heading(text):
    """Short, without a full stop, and not the beginning of a story's text."""
    if not 2 <= len(text) <= LONGEST_HEADING or FULL_STOP_INSIDE.search(text) or text[-1] in ",、;(":
        return False
    if ABOUT_AUTHOR.match(text) or ((BEGINS_SENTENCE.match(text) or begins_inside(text)) and CLAUSE_MARK.search(text)):
        return False
    if (
        ASKED.match(text)
        or SAID.search(text)
        or SIGNED.search(text)
        or ASKS.search(text)
        or IN_BRACKETS.fullmatch(text)
    ):
        return False
    if max(map(len, re.split(r"\s+", text))) > LONGEST_SEGMENT or len(CLAUSE_MARK.findall(text)) > 3:
        return False
    return bool(re.search(f"[{HAN}]", text)) and not dateline_of(text) and not breaks_off(text)


def is_finished(text):
    return bool(SENTENCE_END.search(text))


def breaks_off(text):
    """Whatever its length, this text is not whole: a mark is left open, or its last word governs another."""
    return bool(LEADS_ON.search(text)) or leaves_open(text)


def leaves_open(text):
    return any(text.count(opener) > text.count(closer) for opener, closer in PAIRS)


def begins_sentence(text):
    return bool(BEGINS_SENTENCE.match(text)) or dateline_of(text) is not None


def begins_inside(text):
    """The beginning of this paragraph is missing: it opens in the middle of a sentence."""
    return bool(MID_SENTENCE.match(text)) and not PLACE_NOUN.match(text)
