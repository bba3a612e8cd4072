from django.conf import settings
from django.core.checks import Warning as Warned

from intake.mail.mailbox import is_configured, is_on_this_machine


def check_mailbox(app_configs, **kwargs):
    if not is_configured() or settings.INTAKE_MAIL_SSL or is_on_this_machine():
        return []
    said = "INTAKE_MAIL_SSL is 0: without STARTTLS the password of the mailbox goes over the wire for all to read."
    hint = "Leave it out if the server knows TLS; SSL_CERT_FILE names the certificate of a private authority."
    return [Warned(said, hint=hint, id="intake.W001")]
