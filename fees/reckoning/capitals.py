"""
人民币大写 as 支付结算办法 (appendix 1) has it: 壹仟零肆元伍角整. 整 stands behind 元 and 角 and not behind 分; noughts
inside are said once; nothing before 元 is said where there is none, so that 0.05 is 伍分.
"""

from fees.reckoning.money import FEN

DIGITS = "零壹贰叁肆伍陆柒捌玖"
WITHIN_FOUR = ("仟", "佰", "拾", "")
FOURS = ("", "万", "亿", "兆")


def in_capitals(amount):
    """amount: Decimal yuan, below 10 to the 16th; below nothing it begins with 负."""
    yuan, fen = divmod(int(abs(amount) / FEN), 100)
    if yuan == fen == 0:
        return "零元整"
    before, after = in_yuan(yuan), behind_yuan(fen, bool(yuan))
    return f"{'负' if amount < 0 else ''}{before}{after}"


def in_yuan(yuan):
    if not yuan:
        return ""
    fours = []
    while yuan:
        yuan, four = divmod(yuan, 10000)
        fours.append(four)
    said = ""
    for place, four in reversed(list(enumerate(fours))):
        if not four:
            continue
        higher = any(fours[place + 1 :])
        gap = higher and (four < 1000 or fours[place + 1] == 0)
        said += ("零" if gap else "") + in_four(four) + FOURS[place]
    return said + "元"


def in_four(four):
    """1 to 9999."""
    said, waits = "", False
    for digit, place in zip(f"{four:04}", WITHIN_FOUR, strict=True):
        if digit == "0":
            waits = bool(said)
        else:
            said += ("零" if waits else "") + DIGITS[int(digit)] + place
            waits = False
    return said


def behind_yuan(fen, yuan):
    jiao, fen = divmod(fen, 10)
    if not jiao and not fen:
        return "整"
    if not fen:
        return f"{DIGITS[jiao]}角整"
    if not jiao:
        return f"{'零' if yuan else ''}{DIGITS[fen]}分"
    return f"{DIGITS[jiao]}角{DIGITS[fen]}分"
