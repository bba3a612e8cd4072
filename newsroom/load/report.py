"""What was found, as the tables of docs/LOAD.md."""

from collections import Counter

from newsroom.benchmark.machine import in_words
from newsroom.benchmark.table import framed
from newsroom.load.rates import of_readers
from newsroom.load.times import Times, all_of, read

SHARES = [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)]
EACH = 5  # minutes
IN_MINUTES = ["web", "worker", "PostgreSQL", "Redis", "nginx"]


def in_a_line(found):
    """While it goes on."""
    whole, wrong = of_readers(found)
    desk, _wrong = read(found["desk"])
    at_desk = all_of(one for minute in desk.values() for one in minute.values())
    spent = ", ".join(f"{name} {share:.0%}" for name, share in shares_of_a_core(found).items())
    return (
        f"{found['rate']:.0f}/s for {found['seconds']:.0f} s: {whole.count} answers, {wrong} wrong, "
        f"p50 {ms(whole.within(0.5))} p99 {ms(whole.within(0.99))} most {ms(whole.longest)} ms; "
        f"desk {at_desk.count}, p99 {ms(at_desk.within(0.99))}; {spent}; {dict(whats_wrong(found))} {found['lost']}"
    )


def report(results):
    return "\n\n".join(part for found in results for part in parts_of(found))


def parts_of(found):
    yield f"**{found['arrangement']}** · {in_words(found['machine'])}"
    if found["steps"]:
        yield drawn(["requests a second", "p50 ms", "p99 ms", "wrong", ""], map(step_line, found["steps"]))
    if "run" in found:
        yield from parts_of_run(found["run"])


def step_line(step):
    words = "held" if step["held"] else "not held"
    return [f"{step['rate']:.0f}", ms(step["p50"]), ms(step["p99"]), str(step["wrong"]), words]


def parts_of_run(run):
    late = Times(*run["readers"]["late"])
    yield (
        f"{run['rate']:.0f} requests a second for {run['seconds'] / 60:.0f} minutes from {run['begun']}; "
        f"sent late: p50 {ms(late.within(0.5))}, p99 {ms(late.within(0.99))} ms; notes {run['readers']['notes']}"
    )
    yield drawn(["readers", "answers", "wrong", *(name for name, _ in SHARES), "most"], kinds_of(run, "readers"))
    yield drawn(["desk", "answers", "wrong", *(name for name, _ in SHARES), "most"], kinds_of(run, "desk"))
    yield drawn(
        ["minute", "answers", "wrong", "p50", "p95", "p99", "most", "desk p99", "kept", "nginx"], minutes_of(run)
    )
    looks = run["looks"]
    yield drawn(["MB at minute", *IN_MINUTES], [memory_line(look) for look in looks if is_shown(look, looks)])
    yield drawn(["part", "of a core", "ms a request"], processor_lines(run))
    yield drawn(["accepted", "", "found"], [[what, str(a), str(f)] for what, (a, f) in run["lost"].items()])
    yield drawn(
        ["seen before the door after", "times", "p50", "p99", "most"],
        [[after, str(times.count), *three(times)] for after, times in waits_of(run)],
    )
    yield "\n".join(f"- {what}: {count}" for what, count in whats_wrong(run).items()) or "nothing was wrong"


def kinds_of(run, who):
    times, wrong = read(run[who])
    faults = Counter()
    for counted in wrong.values():
        for what, count in counted.items():
            faults[what.rpartition(": ")[0]] += count
    kinds = {kind for minute in times.values() for kind in minute}
    by_kind = {kind: all_of(minute[kind] for minute in times.values() if kind in minute) for kind in kinds}
    rows = [("all", all_of(by_kind.values())), *sorted(by_kind.items(), key=lambda pair: -pair[1].count)]
    for kind, found in rows:
        yield line_of(kind, found, faults.total() if kind == "all" else faults[kind])


def line_of(name, times, wrong):
    return [name, f"{times.count:,}", str(wrong), *(ms(times.within(share)) for _, share in SHARES), ms(times.longest)]


def minutes_of(run):
    readers, wrong = read(run["readers"])
    desk, _wrong = read(run["desk"])
    for minute in sorted(readers):
        if minute % EACH == 0 or minute in worst(readers):
            times = all_of(readers[minute].values())
            at_desk = all_of(desk.get(minute, {}).values())
            faults = wrong.get(minute, Counter()).total()
            yield [*line_of(str(minute + 1), times, faults), ms(at_desk.within(0.99)), *hits_in(run, minute)]


def worst(readers):
    """The minute that was slowest is shown whichever it is."""
    return sorted(readers, key=lambda minute: -all_of(readers[minute].values()).within(0.99))[:1]


def hits_in(run, minute):
    """Of the pages that the web server could have kept the share that it had; and of all requests what nginx had."""
    looks = run["looks"]
    if minute + 1 >= len(looks):
        return ["", ""]
    before, after = looks[minute], looks[minute + 1]
    gained = {what: after["kept"].get(what, 0) - before["kept"].get(what, 0) for what in after["kept"]}
    hits = gained.get("hits_in_memory", 0) + gained.get("hits_on_the_shelf", 0)
    asked = hits + gained.get("misses", 0)
    return [share(hits, asked), share(after["nginx"].get("own", 0), after["nginx"].get("requests", 0))]


def is_shown(look, looks):
    return round(look["at"] / 60) % EACH == 0 or look is looks[-1]


def memory_line(look):
    return [f"{look['at'] / 60:.0f}", *(f"{look['memory'].get(name, 0):.0f}" for name in IN_MINUTES)]


def shares_of_a_core(found):
    looks = found["looks"]
    seconds = looks[-1]["at"] - looks[0]["at"]
    spent = {name: looks[-1]["cpu"].get(name, 0) - looks[0]["cpu"].get(name, 0) for name in looks[0]["cpu"]}
    spent |= {"readers": found["readers"].get("spent", 0), "colleagues": found["desk"].get("spent", 0)}
    return {name: seconds and one / seconds for name, one in spent.items()}


def processor_lines(run):
    answers = of_readers(run)[0].count
    for name, used in shares_of_a_core(run).items():
        yield [name, f"{used:.1%}", f"{used * run['seconds'] * 1000 / max(answers, 1):.3f}"]


def waits_of(run):
    return [(after, Times(*told)) for after, told in run["desk"].get("waited", {}).items()]


def whats_wrong(found):
    counted = Counter()
    for who in ("readers", "desk"):
        for one in read(found[who])[1].values():
            counted += one
    return counted


def three(times):
    return [ms(times.within(0.5)), ms(times.within(0.99)), ms(times.longest)]


def drawn(heads, rows):
    rows = [heads, *rows]
    widths = [max(len(row[at]) for row in rows) for at in range(len(heads))]
    rule = ["-" * max(widths[0], 3), *("-" * max(width - 1, 2) + ":" for width in widths[1:])]
    return "\n".join(framed(row, widths) for row in [rows[0], rule, *rows[1:]])


def ms(seconds):
    return f"{seconds * 1000:.0f}" if seconds >= 0.0995 else f"{seconds * 1000:.1f}"


def share(part, whole):
    return f"{part / whole:.1%}" if whole else ""
