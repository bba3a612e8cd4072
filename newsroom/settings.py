"""Settings. Three homes: a demo or a developer's machine (the default), production (NEWSROOM_ENV=production), tests."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from newsroom.elsewhere import replicas, uploads
from newsroom.environment import (
    HOST,
    database,
    demand,
    demand_beside,
    folder,
    generated_secret,
    given_secret,
    host,
    networks,
    one_of,
    private_data_keys,
    setting,
    shaped,
    shaped_list,
    switch,
    time_zone,
    web_address,
    web_addresses,
    whole_number,
)
from newsroom.log_settings import log_settings

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = folder("NEWSROOM_VAR", BASE_DIR / "var").resolve()

PRODUCTION = one_of("NEWSROOM_ENV", ["demo", "production"]) == "production"
if PRODUCTION:
    demand("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL")

DEBUG = not PRODUCTION and switch("DEBUG", False)
SECRET_KEY = given_secret("SECRET_KEY") if PRODUCTION else generated_secret(VAR_DIR / "secret_key")
# What contributors' phones, ID and account numbers are closed with: docs/REGISTER.md says how to change it.
PRIVATE_DATA_KEYS = private_data_keys("PRIVATE_DATA_KEYS", VAR_DIR / "private_data_key", is_production=PRODUCTION)
ALLOWED_HOSTS = shaped_list(
    "ALLOWED_HOSTS", rf"\*|\.?({HOST})", "names such as paper.example.org", "127.0.0.1,localhost,[::1]"
)
CSRF_TRUSTED_ORIGINS = shaped_list(
    "CSRF_TRUSTED_ORIGINS", rf"https?://(\*\.)?({HOST})(:[0-9]+)?", "addresses such as https://paper.example.org"
)

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
    "tally",
    "fees",
    "newsroom",
]

MIDDLEWARE = [
    "newsroom.seeing.middleware.SeeingMiddleware",
    "pagecache.middleware.KeptPagesMiddleware",
    "newsroom.replicas.middleware.ReplicaMiddleware",
    # What is refused below goes out with the headers of all other answers.
    "newsroom.csp.ContentSecurityPolicyMiddleware",
    "newsroom.security_headers.SecurityHeadersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "newsroom.trouble.TroubleMiddleware",
    "newsroom.methods.MethodsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "desk.doors.keeping.DoorkeeperMiddleware",
    "desk.acting.ActingUserMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
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
# Copies that readers' pages may be made from (docs/OPERATIONS.md), and how long one may lack what was written.
REPLICAS = replicas("DATABASE_REPLICAS")
DATABASE_REPLICA_LAG = whole_number("DATABASE_REPLICA_LAG", 5)
if REPLICAS and DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_REPLICAS wants a DATABASE_URL of PostgreSQL.")
DATABASES |= REPLICAS
DATABASE_ROUTERS = ["newsroom.replicas.routing.Router"] if REPLICAS else []
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
TIME_ZONE = time_zone("TIME_ZONE", "Asia/Shanghai")
USE_I18N = True
USE_TZ = True

SITE_ID = 1
STATIC_URL = "/static/"
STATIC_ROOT = folder("STATIC_ROOT", VAR_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR_DIR / "uploads"
STORAGES = {
    "default": uploads(),
    "staticfiles": {"BACKEND": "newsroom.static_files.JoinedStaticFilesStorage"},
}

FILE_UPLOAD_PERMISSIONS = 0o640
WHITENOISE_ALLOW_ALL_ORIGINS = False  # our scripts and styles are for our own pages
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# The mailbox that stories come in by: off without a host (docs/INTAKE.md).
demand_beside("INTAKE_MAIL_HOST", "INTAKE_MAIL_USER", "INTAKE_MAIL_PASSWORD")
INTAKE_MAIL_HOST = host("INTAKE_MAIL_HOST")
INTAKE_MAIL_USER = setting("INTAKE_MAIL_USER")
INTAKE_MAIL_PASSWORD = setting("INTAKE_MAIL_PASSWORD")
INTAKE_MAIL_FOLDER = setting("INTAKE_MAIL_FOLDER", "INBOX")
INTAKE_MAIL_SSL = switch("INTAKE_MAIL_SSL", True)
INTAKE_MAIL_PORT = whole_number("INTAKE_MAIL_PORT", 993 if INTAKE_MAIL_SSL else 143, 1, 65535)
INTAKE_MAIL_SENDERS = shaped_list(
    "INTAKE_MAIL_SENDERS", r"([^@\s]*@)?[\w-]+(\.[\w-]+)+", "mail addresses and domains such as example.com"
)
INTAKE_MAIL_KEEP_DAYS = whole_number("INTAKE_MAIL_KEEP_DAYS", 90, most=36500)

# Notices by mail: off without a host (docs/DESK.md). Links in a mail need the address that colleagues open.
demand_beside("EMAIL_HOST", "EMAIL_FROM", "SITE_URL")
EMAIL_HOST = host("EMAIL_HOST")
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = setting("EMAIL_USER"), setting("EMAIL_PASSWORD")
EMAIL_TLS = one_of("EMAIL_TLS", ["starttls", "ssl", "none"])
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL_TLS == "starttls", EMAIL_TLS == "ssl"
EMAIL_PORT = whole_number("EMAIL_PORT", {"starttls": 587, "ssl": 465, "none": 25}[EMAIL_TLS], 1, 65535)
EMAIL_TIMEOUT = 20  # seconds: a server that is silent holds up the worker for no longer
DEFAULT_FROM_EMAIL = SERVER_EMAIL = shaped(
    "EMAIL_FROM", r"[^@\n]+@[^@\s]+", "a mail address such as desk@example.com", "newsroom@localhost"
)
SITE_URL = web_address("SITE_URL").rstrip("/")

# Letters to correspondents that they are in print, and the list of whom the desk tells itself (docs/CONTRIBUTORS.md).
PRINT_NOTICES = switch("PRINT_NOTICES", True)

# Search engines that take addresses of what is new: the one that their console gives, with site and token. Off without.
PUSH_ADDRESS = web_address("PUSH_ADDRESS")

# So many days every version of a story is kept, then the last one of each day and all that mattered (docs/DESK.md).
HISTORY_WHOLE_DAYS = whole_number("HISTORY_WHOLE_DAYS", 180, most=36500)

# Readers' pages that are kept rendered, and for how many seconds at most (docs/CACHE.md).
PAGE_CACHE = one_of("PAGE_CACHE", ["database", "redis", "files", "off"])
if REPLICAS and PAGE_CACHE == "off":
    raise ImproperlyConfigured("DATABASE_REPLICAS wants PAGE_CACHE: by its log is known how far a replica has got.")
REDIS_URL = shaped("REDIS_URL", r"(rediss?|unix)://[^\s]+", "an address such as redis://127.0.0.1:6379/0")
if PAGE_CACHE == "redis" and not REDIS_URL:
    raise ImproperlyConfigured("PAGE_CACHE=redis wants REDIS_URL, an address such as redis://127.0.0.1:6379/0.")
# Where the web server in front finds them (PAGE_CACHE=files).
PAGES_ROOT = folder("PAGES_ROOT", VAR_DIR / "pages")
# Caches in front that are told what to forget: their addresses.
PAGE_CACHE_PURGE = web_addresses("PAGE_CACHE_PURGE")
if PAGE_CACHE_PURGE and PAGE_CACHE in ("files", "off"):
    raise ImproperlyConfigured("PAGE_CACHE_PURGE wants PAGE_CACHE=database or redis: files have no keys to purge by.")
PAGE_CACHE_SECONDS = whole_number("PAGE_CACHE_SECONDS", 3600)
# What a reader's page may be asked by, and addresses at which there is none to be kept.
PAGE_CACHE_QUERIES = {"before": r".+", "large": r"1", "zoom": r"[24]"}
PAGE_CACHE_PASSES = ["/search/", "/static/", "/files/", "/admin/", "/preview/", "/my/", "/submit/"]
PAGE_CACHE_PASSES += ["/healthz", "/metrics"]

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
SESSION_IDLE_AGE = whole_number("SESSION_IDLE_HOURS", 12, 1, 8760) * 60 * 60
SESSION_COOKIE_AGE = whole_number("SESSION_DAYS", 7, 1, 365) * 24 * 60 * 60
# Whom security.txt names: mailto: or https:; the paper's own address for reports without it.
SECURITY_CONTACT = shaped("SECURITY_CONTACT", r"mailto:[^@\s]+@[^@\s]+|https://[^\s]+", "mailto:… or https://…")
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
    SECURE_REDIRECT_EXEMPT = [r"^healthz(/live|/ready)?$", r"^metrics$"]  # asked from inside, where there is no TLS
    if switch("TRUST_FORWARDED_PROTO", True):  # 0 where no proxy stands in front and sets the header itself
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = whole_number("SECURE_HSTS_SECONDS", 31536000)
    # Both bind hosts that the newsroom knows nothing of, and browsers remember it for a year: said on purpose or not
    # at all. So the checks that ask for them are answered.
    SECURE_HSTS_INCLUDE_SUBDOMAINS = switch("SECURE_HSTS_INCLUDE_SUBDOMAINS", False)
    SECURE_HSTS_PRELOAD = switch("SECURE_HSTS_PRELOAD", False)
    SILENCED_SYSTEM_CHECKS += ["security.W005", "security.W021"]

# Seeing (docs/OPERATIONS.md): logs, figures, health.
TRUST_REQUEST_ID = switch("TRUST_REQUEST_ID", PRODUCTION)  # 0 where no proxy in front sets X-Request-ID itself
SLOW_QUERY_MS = whole_number("SLOW_QUERY_MS", 200)  # 0: queries are neither counted nor told
METRICS_DIR = folder("METRICS_DIR", VAR_DIR / "metrics")
METRICS_TOKEN = setting("METRICS_TOKEN")
METRICS_NETWORKS = networks("METRICS_NETWORKS")
HEALTH_SECONDS = 1  # so long a balancer waits for the database; 0 asks on the spot

# A demo says what goes wrong, and no more: the accounts it has printed stay in sight.
LEVELS = ["INFO", "DEBUG", "ERROR", "WARNING"]
LOGGING = log_settings(
    shape=one_of("LOG_FORMAT", ["json", "text"] if PRODUCTION else ["text", "json"]),
    level=one_of("LOG_LEVEL", LEVELS if PRODUCTION else LEVELS[::-1]),
)
