"""What the database is asked: counted for whatever is under way, and told where it took long."""

import logging
from time import perf_counter

from django.conf import settings

from desk.tracing import under_way
from newsroom.seeing.masking import masked_sql

logger = logging.getLogger("newsroom.slow_queries")


def timed(execute, sql, params, many, context):
    begun = perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        took = perf_counter() - begun
        trace = under_way()
        if trace:
            trace.queries += 1
            trace.seconds += took
        if took * 1000 >= settings.SLOW_QUERY_MS:
            tell(sql, took, trace)


def tell(sql, took, trace):
    said = {"sql": masked_sql(str(sql)), "ms": round(took * 1000, 1)}
    logger.warning("A query took %d ms.", took * 1000, extra={"told": said | ({"route": trace.route} if trace else {})})


def watch(connection, **_signal):
    """Of every connection once, when it first connects; 0 switches it off."""
    if settings.SLOW_QUERY_MS and timed not in connection.execute_wrappers:
        connection.execute_wrappers.append(timed)
