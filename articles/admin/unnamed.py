"""Django's log of a form, without the names of the records in its rows."""

import json


def leave_names_out(entry):
    """Of an entry that is shown and not saved: that rows were added, changed or deleted, and not which."""
    try:
        told = json.loads(entry.change_message)
    except ValueError:
        return  # of an older version, or of a script: a sentence
    for act in told if isinstance(told, list) else ():
        for said in act.values():
            if isinstance(said, dict) and "object" in said:
                said["object"] = "…"
    entry.change_message = json.dumps(told)
