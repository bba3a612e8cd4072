"""The editors' handbook: docs/handbook, shown inside the admin and linked from the screens that it explains."""
