"""
Plain data packed small: UTF-8 JSON, compressed with what nearly every story has in common said beforehand. That takes
a quarter off a story of 800 characters.
"""

import json
import zlib

# Stored versions were packed with these words: they are never changed. Others would get a number of their own.
PRESETS = {
    1: (
        '[{"alt":"","body":"","bylines":[{"contributor":1,"name":"","order":0,"role":"reporter","standing":"","unit":""},'
        '{"contributor":2,"name":"","order":1,"role":"correspondent","standing":"","unit":"市总工会"},'
        '{"contributor":3,"name":"","order":2,"role":"photographer","standing":"correspondent","unit":""}],'
        '"channel":null,"column":null,"corrections":[],"dateline":"本报讯","desk":1,"editors_note":"","genre":1,'
        '"headline":"","illustrations":[{"alt":"","caption":"","number":1,"order":0,"photo":1,'
        '"printed":["","通讯员 摄",""]}],"kicker":"","original_author":"","original_title":"","original_url":"",'
        '"placements":[[1,0,null]],"regions":[1],"source":"","subheadline":"","summary":"","tags":[]},'
        '{"channel":{"1":""},"column":{"1":""},"desk":{"1":""},"genre":{"1":"消息"},'
        '"page":{"1":"2026-01-01 第02版："},"region":{"1":""}}]'
    ).encode(),
}
LATEST = 1


def plain(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def pack(value):
    press = zlib.compressobj(9, zdict=PRESETS[LATEST])
    return bytes([LATEST]) + press.compress(plain(value)) + press.flush()


def unpack(packed):
    packed = bytes(packed)
    return json.loads(zlib.decompressobj(zdict=PRESETS[packed[0]]).decompress(packed[1:]))
