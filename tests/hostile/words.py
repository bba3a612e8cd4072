"""Words that want to be more than words. Whatever breaks out calls hx(), or is an element or an attribute named hx."""

SUM, RECKONED = "6173*6173", "38105929"  # a template that reckons it has taken words for its own

WORDS = [
    "<hx onhx=hx()>",
    '"><svg/onload=hx()>',
    "'><img src=x onerror=hx()>",
    '" onfocus=hx() autofocus hx="',
    "' onmouseover=hx() hx='",
    "javascript:hx()",
    " JaVa\tScRiPt:hx()",
    "</title></textarea></script><hx>",
    "</style><hx onhx=1>--><hx>",
    "]]><hx/><![CDATA[",
    "<math><mi xlink:href=javascript:hx()>",
    f"{{{{{SUM}}}}}{{% hx %}}${{{SUM}}}#{{{SUM}}}",
    "\u202e<hx>\u2066&lt;hx&gt;\u2028';hx();//",
    "<a href=javascript:hx()>工会</a>",
    "[工会](javascript:hx()) **<hx>**",
    "\\u003chx\\u003e\\x3chx\\x3e",
    "&#60;hx&#62;&Tab;",
    "</script><script>hx()</script>",
    '<iframe srcdoc="<script>hx()</script>">',
    "<style>*{background:url(//hx)}</style>",
    "}</style><hx>/*",
    "data:text/html,<script>hx()</script>",
]


def hostile(turn, longest=None):
    """One of them that fits, and another one each turn."""
    fitting = [word for word in WORDS if longest is None or len(word) <= longest]
    return fitting[turn % len(fitting)] if fitting else "<hx>"[:longest]


def all_hostile():
    """Many lines, for what is long."""
    return "\n\n".join(f"工会{word}。" for word in WORDS)
