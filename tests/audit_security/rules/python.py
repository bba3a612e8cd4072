"""Faults on purpose, which the rules beside this file have to find, and their like that they have to leave alone."""

import hashlib
import http.client
import json
import marshal
import os
import pickle
import random
import secrets
import ssl
import subprocess
import tempfile
import urllib.request
import xml.etree.ElementTree
from pathlib import Path

import jinja2
import yaml
from django.contrib import admin
from django.db.models.expressions import RawSQL
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.csrf import csrf_exempt
from markupsafe import Markup


def markup(words, name):
    # ruleid: markup-of-words
    mark_safe(words)
    # ruleid: markup-of-words
    SafeString(f"<b>{words}</b>")
    # ruleid: markup-of-words
    Markup("<b>" + words)
    # ok: markup-of-words
    mark_safe("<hr>")
    # ruleid: format-html-of-a-made-string
    format_html(f"<b>{words}</b>{{}}", name)
    # ruleid: format-html-of-a-made-string
    format_html("<b>%s</b>" % words)
    # ruleid: format-html-of-a-made-string
    format_html("<b>" + words)
    # ok: format-html-of-a-made-string
    format_html("<b>{}</b>", words)


class Told:
    # ruleid: safe-by-method
    def __html__(self):
        return self.words


def templates():
    # ruleid: autoescape-off
    jinja2.Environment(autoescape=False)
    # ok: autoescape-off
    return jinja2.Environment(autoescape=True)


def database(cursor, Story, name):
    # ruleid: sql-put-together
    cursor.execute(f"SELECT * FROM story WHERE name = '{name}'")
    # ruleid: sql-put-together
    cursor.execute("SELECT * FROM story WHERE name = '%s'" % name)
    # ruleid: sql-put-together
    cursor.execute(f"SELECT * FROM story WHERE name = '{name}'")
    # ruleid: sql-put-together
    RawSQL(f"SELECT {name}", [])
    # ok: sql-put-together
    cursor.execute("SELECT * FROM story WHERE name = %s", [name])
    # ruleid: extra-or-raw
    Story.objects.extra(where=["name = 'x'"])
    # ruleid: extra-or-raw
    Story.objects.raw("SELECT 1")
    # ok: extra-or-raw
    Story.objects.filter(name=name)


# ruleid: forgery-let-in
@csrf_exempt
def taken(request):
    return HttpResponse()


def followed(request):
    # ruleid: asked-address-followed
    return redirect(request.GET["next"])


def followed_later(request):
    address = request.POST.get("next", "/")
    # ruleid: asked-address-followed
    return HttpResponseRedirect(address)


def named(request):
    # ok: asked-address-followed
    return redirect(reverse("admin:index"))


def echoed(request):
    # ruleid: asked-words-in-a-page
    return HttpResponse("<p>" + request.GET["q"])


def echoed_well(request):
    # ok: asked-words-in-a-page
    return HttpResponse("<p>" + escape(request.GET["q"]))


def opened(request):
    # ruleid: asked-file-opened
    return open("/srv/" + request.GET["name"])


def fetched(request):
    # ruleid: asked-address-fetched
    return urllib.request.urlopen(request.GET["address"], timeout=5)


def shells(name):
    # ruleid: shell
    subprocess.run(f"ls {name}", shell=True)
    # ruleid: shell
    os.system("ls")
    # ok: shell
    subprocess.run(["ls", name])


def read(file, text):
    # ruleid: read-as-a-program
    pickle.load(file)
    # ruleid: read-as-a-program
    marshal.loads(text)
    # ruleid: read-as-a-program
    yaml.load(text)
    # ruleid: read-as-a-program
    eval(text)
    # ok: read-as-a-program
    json.loads(text)
    # ok: read-as-a-program
    yaml.load(text, Loader=yaml.SafeLoader)


def asks(host):
    # ruleid: waiting-for-ever
    urllib.request.urlopen("https://paper.example/")
    # ruleid: waiting-for-ever
    http.client.HTTPSConnection(host)
    # ok: waiting-for-ever
    http.client.HTTPSConnection(host, timeout=5)


def files():
    # ruleid: guessable-file
    tempfile.mktemp()
    # ruleid: guessable-file
    open("/tmp/newsroom.lock", "w")
    # ok: guessable-file
    tempfile.mkstemp()


def chances(words):
    # ruleid: guessable-secret
    random.choice(words)
    # ok: guessable-secret
    secrets.choice(words)
    # ruleid: broken-hash
    hashlib.md5(words)
    # ok: broken-hash
    hashlib.sha1(words, usedforsecurity=False)
    # ok: broken-hash
    hashlib.sha256(words)


def compared(token, given, number):
    # ruleid: secret-compared-in-part
    if token == given:
        return True
    # ok: secret-compared-in-part
    return number == 1


def checked(user):
    # ruleid: asserted-check
    assert user.is_staff


def unpacked(archive, folder):
    # ruleid: archive-unpacked
    archive.extractall(folder)
    # ok: archive-unpacked
    return archive.read("word/document.xml")


def parsed(text):
    # ruleid: xml-with-entities
    return xml.etree.ElementTree.fromstring(text)


# ruleid: action-for-everybody
@admin.action(description="sign")
def sign(modeladmin, request, queryset):
    queryset.sign()


# ok: action-for-everybody
@admin.action(description="sign", permissions=["sign"])
def sign_well(modeladmin, request, queryset):
    queryset.sign()


class StoryAdmin(admin.ModelAdmin):
    def get_urls(self):
        return [
            # ruleid: address-of-the-admin-unguarded
            path("secret/", self.secret),
            # ok: address-of-the-admin-unguarded
            path("guarded/", self.admin_site.admin_view(self.secret)),
        ]


def trusts(context):
    # ruleid: trusts-any-certificate
    context.verify_mode = ssl.CERT_NONE
    # ok: trusts-any-certificate
    context.verify_mode = ssl.CERT_REQUIRED


def kept(name):
    # ok: asked-file-opened
    return Path("/srv") / name
