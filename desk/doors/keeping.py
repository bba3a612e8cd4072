"""The doorkeeper: looks at whoever is signed in, once in a request and only where a page wants to know."""

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import SimpleLazyObject

from desk.doors import ages


class DoorkeeperMiddleware:
    """
    Behind Django's own. A sign-in that has lasted too long ends; whoever has to have a second factor and has none is
    nobody until there is one: `request.at_the_door` is the colleague then, whom the sign-in page leads on.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        signed_in, request.at_the_door = request.user, None
        request.user = SimpleLazyObject(lambda: let_in(request, signed_in))
        return self.get_response(request)


def let_in(request, user):
    if not user.is_authenticated:
        return user
    if ages.is_over(request.session.facts):
        request.session.flush()  # nobody goes: there is nobody to log out
        return AnonymousUser()
    ages.go_on(request, user)
    if user.owes_second_factor:
        request.at_the_door = user
        return AnonymousUser()
    return user
