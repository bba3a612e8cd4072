"""What a page wears, and the ways that lead on from every page."""

from django import template

from newsroom.look import sheet_address
from newsroom.ways import lists_of_the_paper, parts_of_the_paper

register = template.Library()

register.simple_tag(sheet_address, name="sheet_address")
register.simple_tag(parts_of_the_paper)
register.simple_tag(lists_of_the_paper)
