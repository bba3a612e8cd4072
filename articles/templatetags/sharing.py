"""What a reader takes along of a page."""

from django import template

from articles.square_code import square_code

register = template.Library()

register.simple_tag(square_code)
