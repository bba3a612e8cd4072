from desk.models.audit import AuditEntry
from desk.models.desk import Desk
from desk.models.heartbeat import Heartbeat
from desk.models.job import Job
from desk.models.last_run import LastRun
from desk.models.notice import Notice
from desk.models.paper import Paper
from desk.models.second_factor import FactorDemand, RecoveryCode, SecondFactor
from desk.models.sign_in import SignIn
from desk.models.tries import Tries
from desk.models.user import User

__all__ = [
    "AuditEntry",
    "Desk",
    "FactorDemand",
    "Heartbeat",
    "Job",
    "LastRun",
    "Notice",
    "Paper",
    "RecoveryCode",
    "SecondFactor",
    "SignIn",
    "Tries",
    "User",
]
