"""The addresses of the doors in the admin. The first is the site's own: admin:login."""

from functools import partial

from django.urls import path

from desk.doors.own import my_security
from desk.doors.second_door import login_code
from desk.doors.setting_up import set_up_factor


def door_urls(site):
    return [
        path("login/code/", partial(login_code, site=site), name="login_code"),
        path("second-factor/", partial(set_up_factor, site=site), name="second_factor"),
        path("my-security/", site.admin_view(partial(my_security, site=site)), name="my_security"),
    ]
