"""What a newsroom on one small disk answers while that is full, and after there is room again: one process, real forms.

Run as a program, in an office whose folder is that disk; says what came of it as JSON.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import django

SAVED = "写在磁盘满时的正文。" * 4000  # more than the last free page of the database takes


def main(folder):
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client, override_settings

    from articles.models import Article
    from media.models import Photo
    from tests.factories import make_published, make_user
    from tests.opened import opened
    from tests.pictures import draw, encoded, upload
    from tests.servers.full import Disk

    static = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    override_settings(STORAGES=settings.STORAGES | static).enable()  # nothing is collected here
    tempfile.tempdir = str(folder / "tmp")
    os.mkdir(tempfile.tempdir)
    disk, found = Disk(folder), {}
    desk, reader = (Client(raise_request_exception=False, headers={"host": "localhost"}) for _who in range(2))
    desk.force_login(make_user(is_superuser=True, username="editor"))
    story = make_published(headline="店口镇的早晨", body="第一稿。")
    change, add = f"/admin/articles/article/{story.pk}/change/", "/admin/media/photo/add/"
    form, photo_form = opened(desk.get(change)), opened(desk.get(add))
    reader.get(story.get_absolute_url())

    def files():
        return sorted(path.name for path in (folder / "uploads").rglob("*") if path.is_file())

    def state():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            [is_whole] = cursor.fetchone()
        body = Article.objects.get(pk=story.pk).body
        return {"integrity": is_whole, "saved": body == SAVED, "photos": Photo.objects.count(), "files": len(files())}

    def tried():
        large = encoded(draw(size=(900, 600))) + bytes(4 * 2**20)  # goes through the folder for uploads on their way
        answers = {
            "save": desk.post(change, form | {"body": SAVED}),
            "photo": desk.post(add, photo_form | {"caption": "打了很久的说明", "picture": upload(encoded())}),
            "large": desk.post(add, photo_form | {"caption": "大图", "picture": upload(large, name="a.jpg")}),
            "form": desk.get(change),
            "page": reader.get(story.get_absolute_url()),
            "front": reader.get("/"),
            "issues": reader.get("/issues/"),
        }
        return {name: (answer.status_code, b"".join(answer).decode()) for name, answer in answers.items()}

    disk.fill()
    found["full"] = tried()
    found["state when full"] = state()
    disk.make_room()
    found["state with room"] = state()
    found["again"] = tried()
    found["state again"] = state()
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
