"""Which browser on what, in the words of its owner: said for recognising one's own, and proof of nothing."""

import re

# In this order: most browsers also say the name of those they descend from.
BROWSERS = [
    ("企业微信", r"wxwork/(\d+)"),
    ("微信", r"MicroMessenger/(\d+)"),
    ("钉钉", r"DingTalk/(\d+)"),
    ("Edge", r"Edg(?:e|A|iOS)?/(\d+)"),
    ("Opera", r"OPR/(\d+)"),
    ("QQ浏览器", r"M?QQBrowser/(\d+)"),
    ("UC浏览器", r"UC?Browser/(\d+)"),
    ("360", r"(?:QIHU|360SE)[^/]*/?(\d*)"),
    ("Firefox", r"(?:Firefox|FxiOS)/(\d+)"),
    ("Chrome", r"(?:Chrome|CriOS)/(\d+)"),
    ("Safari", r"Version/(\d+).*Safari/"),
]
SYSTEMS = [
    ("HarmonyOS", r"HarmonyOS|OpenHarmony"),
    ("Android", r"Android"),
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Windows", r"Windows NT"),
    ("macOS", r"Mac OS X"),
    ("统信 UOS", r"\bUOS\b"),
    ("Linux", r"Linux|X11"),
]


def browser_of(request):
    said = request.META.get("HTTP_USER_AGENT", "")[:500]
    found = [(name, re.search(pattern, said)) for name, pattern in BROWSERS]
    name = next((f"{name} {match[1]}".strip() for name, match in found if match), "")
    system = next((name for name, pattern in SYSTEMS if re.search(pattern, said)), "")
    return " · ".join(part for part in (name, system) if part)
