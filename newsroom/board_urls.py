"""The addresses of the board's acts, behind the admin's door."""

from django.urls import path

from newsroom import board_moves, board_plans


def urls_for(site):
    views = {
        "board/issue/": (board_plans.begin, "board_begin"),
        "board/<int:pk>/": (board_plans.follow, "board"),
        "board/<int:pk>/move/": (board_moves.move, "board_move"),
        "board/<int:pk>/undo/": (board_moves.undo, "board_undo"),
        "board/<int:pk>/add/": (board_plans.add, "board_add"),
        "board/<int:pk>/page/": (board_plans.change, "board_page"),
    }
    return [path(address, site.admin_view(view), name=name) for address, (view, name) in views.items()]
