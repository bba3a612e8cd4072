"""Settings. Three homes: a demo or a developer's machine (the default), production (NEWSROOM_ENV=production), tests."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from newsroom.environment import (
    database,
    demand,
    demand_beside,
    generated_secret,
    given_secret,
    listed,
    one_of,
    setting,
    switch,
    web_address,
    web_addresses,
    whole_number,
)

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(setting("NEWSROOM_VAR", str(BASE_DIR / "var"))).resolve()

PRODUCTION = one_of("NEWSROOM_ENV", ["demo", "production"]) == "production"
if PRODUCTION:
    demand("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL")

DEBUG = not PRODUCTION and switch("DEBUG", False)
SECRET_KEY = given_secret("SECRET_KEY") if PRODUCTION else generated_secret(VAR_DIR / "secret_key")
ALLOWED_HOSTS = listed("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = listed("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "newsroom.admin_app.NewsroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sites",
    "django.contrib.redirects",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "desk",
    "pagecache",
    "search",
    "regions",
    "bylines",
    "media",
    "articles",
    "intake",
    "newsroom",
]

MIDDLEWARE = [
    "pagecache.middleware.KeptPagesMiddleware",
    "newsroom.csp.ContentSecurityPolicyMiddleware",
    "newsroom.security_headers.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "desk.doors.keeping.DoorkeeperMiddleware",
    "desk.acting.ActingUserMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.forwarding.ForwardingMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        # The readers' pages; what lies in templates/admin/ it leaves to the next.
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "OPTIONS": {
            "environment": "newsroom.reader_templates.environment.environment",
            "context_processors": ["desk.context.paper"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "desk.context.paper",
            ],
        },
    },
]

DATABASES = {"default": database("DATABASE_URL", VAR_DIR / "newsroom.sqlite3")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL alone still lets two writers collide: a transaction that will write takes the lock when it begins.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
# The default of Django 6: drop the line at that upgrade.
FORMS_URLFIELD_ASSUME_HTTPS = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "desk.User"
AUTHENTICATION_BACKENDS = ["desk.login.NewsroomBackend"]
# Scrypt takes memory to guess and needs no library; what older versions wrote is written anew when its owner signs in.
PASSWORD_HASHERS = [f"django.contrib.auth.hashers.{name}PasswordHasher" for name in ("Scrypt", "PBKDF2")]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["username", "name", "email"]},
    },
    {"NAME": "desk.doors.passwords.LengthRule"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "desk.doors.passwords.CommonHereRule"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = setting("TIME_ZONE", "Asia/Shanghai")
USE_I18N = True
USE_TZ = True

SITE_ID = 1
STATIC_URL = "/static/"
STATIC_ROOT = Path(setting("STATIC_ROOT", str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR_DIR / "uploads"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "newsroom.static_files.JoinedStaticFilesStorage"},
}

FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# The mailbox that stories come in by: off without a host (docs/INTAKE.md).
demand_beside("INTAKE_MAIL_HOST", "INTAKE_MAIL_USER", "INTAKE_MAIL_PASSWORD")
INTAKE_MAIL_HOST = setting("INTAKE_MAIL_HOST")
INTAKE_MAIL_USER = setting("INTAKE_MAIL_USER")
INTAKE_MAIL_PASSWORD = setting("INTAKE_MAIL_PASSWORD")
INTAKE_MAIL_FOLDER = setting("INTAKE_MAIL_FOLDER", "INBOX")
INTAKE_MAIL_SSL = switch("INTAKE_MAIL_SSL", True)
INTAKE_MAIL_PORT = whole_number("INTAKE_MAIL_PORT", 993 if INTAKE_MAIL_SSL else 143)
INTAKE_MAIL_SENDERS = listed("INTAKE_MAIL_SENDERS")
INTAKE_MAIL_KEEP_DAYS = whole_number("INTAKE_MAIL_KEEP_DAYS", 90)

# Notices by mail: off without a host (docs/DESK.md). Links in a mail need the address that colleagues open.
demand_beside("EMAIL_HOST", "EMAIL_FROM", "SITE_URL")
EMAIL_HOST = setting("EMAIL_HOST")
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = setting("EMAIL_USER"), setting("EMAIL_PASSWORD")
EMAIL_TLS = one_of("EMAIL_TLS", ["starttls", "ssl", "none"])
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL_TLS == "starttls", EMAIL_TLS == "ssl"
EMAIL_PORT = whole_number("EMAIL_PORT", {"starttls": 587, "ssl": 465, "none": 25}[EMAIL_TLS])
EMAIL_TIMEOUT = 20  # seconds: a server that is silent holds up the worker for no longer
DEFAULT_FROM_EMAIL = SERVER_EMAIL = setting("EMAIL_FROM", "newsroom@localhost")
SITE_URL = web_address("SITE_URL").rstrip("/")

# Search engines that take addresses of what is new: the one that their console gives, with site and token. Off without.
PUSH_ADDRESS = web_address("PUSH_ADDRESS")

# So many days every version of a story is kept, then the last one of each day and all that mattered (docs/DESK.md).
HISTORY_WHOLE_DAYS = whole_number("HISTORY_WHOLE_DAYS", 180)

# Readers' pages that are kept rendered, and for how many seconds at most (docs/CACHE.md).
PAGE_CACHE = one_of("PAGE_CACHE", ["database", "redis", "files", "off"])
REDIS_URL = setting("REDIS_URL")
if PAGE_CACHE == "redis" and not REDIS_URL.startswith(("redis://", "rediss://", "unix://")):
    raise ImproperlyConfigured("PAGE_CACHE=redis wants REDIS_URL, an address such as redis://127.0.0.1:6379/0.")
# Where the web server in front finds them (PAGE_CACHE=files).
PAGES_ROOT = Path(setting("PAGES_ROOT", str(VAR_DIR / "pages")))
# Caches in front that are told what to forget: their addresses.
PAGE_CACHE_PURGE = web_addresses("PAGE_CACHE_PURGE")
if PAGE_CACHE_PURGE and PAGE_CACHE in ("files", "off"):
    raise ImproperlyConfigured("PAGE_CACHE_PURGE wants PAGE_CACHE=database or redis: files have no keys to purge by.")
PAGE_CACHE_SECONDS = whole_number("PAGE_CACHE_SECONDS", 3600)
# What a reader's page may be asked by, and addresses at which there is none to be kept.
PAGE_CACHE_QUERIES = {"before": r".+", "large": r"1", "zoom": r"[24]"}
PAGE_CACHE_PASSES = ["/search/", "/static/", "/files/", "/admin/", "/preview/", "/my/", "/healthz"]

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = False
# Its own take an ASCII comma only, and part a tag at its space.
TAGGIT_TAGS_FROM_STRING = "articles.tagging.tags_from_string"
TAGGIT_STRING_FROM_TAGS = "articles.tagging.string_from_tags"

# Security: strict from the first day. Name and shape of SECURE_CSP are those of Django 6.
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "newsroom.kept.csrf_failure"
# Sign-ins (docs/SECURITY.md): so long without a sign of life, and so long at all.
SESSION_ENGINE = "desk.doors.sessions"
SESSION_IDLE_AGE = whole_number("SESSION_IDLE_HOURS", 12) * 60 * 60
SESSION_COOKIE_AGE = whole_number("SESSION_DAYS", 7) * 24 * 60 * 60
# Whom security.txt names: mailto: or https:; the paper's own address for reports without it.
SECURITY_CONTACT = setting("SECURITY_CONTACT")
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# A fixed hour is meant; Django takes it for a slip for some seconds of each day, when it is that hour.
SILENCED_SYSTEM_CHECKS = ["fields.W161"]
# The demo is served on loopback over plain HTTP, where a Secure cookie would never come back.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
if PRODUCTION:
    # The prefix makes browsers refuse such a cookie from a neighbouring subdomain or over plain HTTP.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    SECURE_SSL_REDIRECT = switch("SECURE_SSL_REDIRECT", True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked from inside, where there is no TLS
    if switch("TRUST_FORWARDED_PROTO", True):  # 0 where no proxy stands in front and sets the header itself
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = whole_number("SECURE_HSTS_SECONDS", 31536000)
    # Both bind hosts that the newsroom knows nothing of, and browsers remember it for a year: said on purpose or not
    # at all. So the checks that ask for them are answered.
    SECURE_HSTS_INCLUDE_SUBDOMAINS = switch("SECURE_HSTS_INCLUDE_SUBDOMAINS", False)
    SECURE_HSTS_PRELOAD = switch("SECURE_HSTS_PRELOAD", False)
    SILENCED_SYSTEM_CHECKS += ["security.W005", "security.W021"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": one_of("LOG_LEVEL", ["INFO", "DEBUG", "WARNING", "ERROR"])},
    # Its worker announces itself for every batch of jobs.
    "loggers": {"django_tasks_db": {"level": "WARNING"}},
}
