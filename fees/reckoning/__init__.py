"""
The arithmetic of 稿费, without Django and without a database: what was printed and the rate cards go in, lines come
out. Money is Decimal in yuan, and rounded to 分 in one place (money.to_fen).
"""
