"""
Takes the handbook's pictures: python -m docs.handbook.take, from a demo of its own (make handbook-pictures); to try a
scene, from one that runs, its data in NEWSROOM_VAR: python -m docs.handbook.take http://127.0.0.1:8000 conflict checks

Every scene logs in as the sample's people, brings the screen into the state that the chapter speaks of, and keeps it.
"""

import os
import sys
from pathlib import Path

from docs.handbook.scenes import SCENES
from docs.handbook.scenes.desk import Desk
from docs.pictures import camera
from docs.pictures.demo import ROOT, running_demo


def main(base, var, wanted=()):
    with camera.browser() as browser:
        desk = Desk(browser, base, camera.demo_passwords(var))
        for scene in SCENES:
            if not wanted or scene.__name__ in wanted:
                print(scene.__name__, flush=True)
                scene(desk)
                desk.clear()


if __name__ == "__main__":
    if sys.argv[1:]:
        main(sys.argv[1].rstrip("/"), Path(os.environ.get("NEWSROOM_VAR", ROOT / "var")), sys.argv[2:])
    else:
        with running_demo() as (address, var):
            main(address, var)
