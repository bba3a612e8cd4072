import time

from tests.faults.faults import fault


# In every run of the tests too, but of nginx alone: tests/deploy/test_nginx.py.
@fault("the whole newsroom is stopped; nginx stays", is_in_short=False)
def stopped(house, seconds):
    for service in house.web:
        service.end()
    time.sleep(seconds)
    for service in house.web:
        house.caretaker.begin(service)
