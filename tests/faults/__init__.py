"""
The newsroom with its real parts on loopback, broken while everybody is at work: readers read, editors save, pictures
are uploaded, jobs run. What was accepted is looked up afterwards; docs/FAULTS.md has the table.

    make faults                               long, all of them, and the table into docs/FAULTS.md
    python -m tests.faults --only Redis       those that have the word in their name
    pytest tests/faults                       the short form that CI runs

house.py     the house: PostgreSQL with a replica, Redis, two web machines, two workers, nginx
services.py  each program as systemd runs it: whoever ends is started again after two seconds
traffic.py   readers, editors, a photographer, a planner of jobs: threads at a steady pace
tally.py     what they got; ledger.py looks up afterwards what was accepted
kinds/       the faults, one module for each part

**Another fault** is a function in a module of `kinds/` (to be named in its __init__, whose order is the table's):

    @fault("the disk is full")
    def full(house, seconds):
        ... break it ...
        time.sleep(seconds)
        ... mend what a hand outside the newsroom mends: the cause. The newsroom has to recover by itself ...
        return lambda: ...    # if need be: a question that is asked until it is true, beside everybody being served

A house of another kind (uploads in a bucket, on a small disk) is `open_house(template, **{"STORAGE_BUCKET": …})`, which
gives all its programs these variables, and its faults are `run(house, Fault(name, act), SHORT)`: an Outcome, of which
`is_well` says whether nothing was lost and all recovered (see storage.py). A service is `house.serve(name, command)`.
"""
