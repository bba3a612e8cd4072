"""Moments as machines read them, in the newsroom's own time."""

from django.utils import timezone


def with_zone(moment):
    """2023-03-02T06:00:00+08:00"""
    return timezone.localtime(moment).isoformat(timespec="seconds")


def without_zone(moment):
    """2023-03-02T06:00:00, as Baidu takes it."""
    return timezone.localtime(moment).replace(tzinfo=None).isoformat(timespec="seconds")
