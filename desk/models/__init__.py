from desk.models.audit import AuditEntry
from desk.models.desk import Desk
from desk.models.heartbeat import Heartbeat
from desk.models.job import Job
from desk.models.notice import Notice
from desk.models.paper import Paper
from desk.models.user import User

__all__ = ["AuditEntry", "Desk", "Heartbeat", "Job", "Notice", "Paper", "User"]
