"""稿费: months, what is done to them, what leaves the house of them, one story's fee."""

MONTH = "/admin/fees/feemonth/{}"
SEEN, KEPT = ".....r.rr", ".....w.ww"
CLOSED, CHECKED, APPROVED = "a month that is closed", "a month that is checked", "a month that is approved"

FEES = {
    "/admin/fees/": "...rrr.rr",
    "/admin/fees/feemonth/close/": KEPT,
    f"{MONTH}/check/": {CLOSED: KEPT, APPROVED: "."},
    f"{MONTH}/approve/": {CHECKED: KEPT, CLOSED: "."},
    f"{MONTH}/take-back/": {CHECKED: KEPT, APPROVED: KEPT, CLOSED: "."},
    f"{MONTH}/pay/": {APPROVED: KEPT, CHECKED: "."},
    f"{MONTH}/sheet/": {CLOSED: SEEN},
    f"{MONTH}/export/xlsx/": {CLOSED: SEEN},
    f"{MONTH}/slip/1/": {CLOSED: "."},  # nobody of that number is paid in it
    "/admin/fees/ratecard/{}/copy/": {"a rate card": KEPT, "a card that was used": KEPT},
    "/admin/fees/storygrade/story/{}/": {
        "published, of the desk": "...www.rw",
        "published, of another desk": "...rww.rw",
        "a draft of another desk": ".",
        "withdrawn, of another desk": ".",
    },
}
