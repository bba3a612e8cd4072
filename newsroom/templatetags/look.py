"""What a page wears."""

from django import template

from newsroom.look import sheet_address

register = template.Library()

register.simple_tag(sheet_address, name="sheet_address")
