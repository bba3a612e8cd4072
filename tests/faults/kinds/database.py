import time

from tests.faults.faults import fault


@fault("PostgreSQL breaks off, and is started again")
def restarted(house, seconds):
    house.database.break_off()
    time.sleep(seconds)
    house.database.start()


@fault("PostgreSQL answers nothing for a while")
def held(house, seconds):
    """As where its disk or its machine stands still."""
    house.database.hold()
    try:
        time.sleep(seconds)
    finally:
        house.database.go_on()
