"""
A save that meets a newer version: it is refused, both texts are shown, and nothing typed is lost.

A form carries digests of what it showed. So a save knows what somebody else has stored meanwhile (the digests differ
from those of the stored record), and what this editor has touched (what came back differs from them). On a refusal the
form is filled with what he touched and, for all the rest, with what is stored now: the next save goes through and
takes nothing back that he never looked at. Not compared are files: no form can send back the one it showed.
"""
