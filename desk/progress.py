"""How far a command is."""

WIDTH = 40


def show(stream, done, total, beside=""):
    """A bar that goes on in its own line: on a terminal, and nowhere else. stream: the command's."""
    if stream.isatty():
        width = WIDTH * done // max(total, done)
        stream.write(f"\r{'█' * width}{'·' * (WIDTH - width)} {done}/{total} {beside}", ending="")
        stream.flush()
