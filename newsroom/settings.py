"""Settings of the newsroom: one file, working defaults, everything else by environment variable.

NEWSROOM_DATA_DIR        where the database, originals and keys lie (default: var/ beside manage.py)
NEWSROOM_SECRET_KEY      signing key (default: made once and kept in NEWSROOM_DATA_DIR)
NEWSROOM_ALLOWED_HOSTS   comma-separated host names (default: this machine only)
NEWSROOM_DEBUG           1 shows Django's debug pages (default: 0)
NEWSROOM_HTTPS           1 when served over HTTPS: secure cookies, HSTS, redirects (default: 0)
NEWSROOM_ADDRESS         the one address of the public site, e.g. https://news.example (default: as it is asked for)
NEWSROOM_OWN_SOURCE      the key of the source that is this newsroom itself (default: none is)
NEWSROOM_PROVIDER        who runs the site, with postal address, for the imprint; ";" ends a line (default: it says what is missing)
NEWSROOM_RESPONSIBLE     the person who answers for the texts, with postal address, likewise
NEWSROOM_EMAIL           the address that readers write to
NEWSROOM_PHONE           the number that readers call (default: none)
NEWSROOM_STATEMENT_TIMEOUT  PostgreSQL's limit for one statement, set by wsgi.py for the web (default: none)
NEWSROOM_LEASE_SECONDS   after so many seconds the work of a killed worker goes on (default: 30)
DATABASE_URL             e.g. postgres://user:secret@host/name (default: SQLite in NEWSROOM_DATA_DIR)
"""

import os
import secrets
import sqlite3
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("NEWSROOM_DATA_DIR", BASE_DIR / "var"))
SEEDS_DIR = BASE_DIR / "seeds"


def _switched_on(name: str) -> bool:
    return os.environ.get(name, "0").lower() in {"1", "true", "yes", "on"}


def _lines(name: str) -> list[str]:
    return [line.strip() for line in os.environ.get(name, "").split(";") if line.strip()]


def _secret_key() -> str:
    """Return the signing key of this installation, made on first use and readable by its owner only."""
    if given := os.environ.get("NEWSROOM_SECRET_KEY"):
        return given
    path = DATA_DIR / "secret_key"
    if not (path.exists() and path.read_text().strip()):
        # Renamed into place, so that nobody reads half a key, whatever stops this process.
        unfinished = path.with_name(f"{path.name}.{os.getpid()}")
        unfinished.touch(mode=0o600)
        unfinished.write_text(secrets.token_urlsafe(50))
        unfinished.replace(path)
    return path.read_text().strip()


# The database, the originals and the key are nobody else's on this machine.
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
DEBUG = _switched_on("NEWSROOM_DEBUG")
SECRET_KEY = _secret_key()
ALLOWED_HOSTS = os.environ.get("NEWSROOM_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")

INSTALLED_APPS = [
    "articles.apps.ArticlesConfig",
    "articles.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_filters",
    "taggit",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "newsroom.compression.CompressionMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
ASGI_APPLICATION = "newsroom.asgi.application"
TEST_RUNNER = "newsroom.testing.PytestRunner"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Databases -----------------------------------------------------------------------------------
# WAL only from SQLite 3.51.3 on: older ones can corrupt a database written by two processes.
_JOURNAL = "WAL" if sqlite3.sqlite_version_info >= (3, 51, 3) else "DELETE"
_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",  # DEFERRED loses writes under contention ("database is locked")
    "timeout": 20,
    "init_command": (
        f"PRAGMA journal_mode={_JOURNAL}; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON"
    ),
}
_POSTGRES_OPTIONS = {
    "options": (
        f"-c statement_timeout={os.environ.get('NEWSROOM_STATEMENT_TIMEOUT', '0')} "
        "-c lock_timeout=5s -c idle_in_transaction_session_timeout=30s"
    )
}
DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{DATA_DIR / 'newsroom.sqlite3'}",
        conn_max_age=600,
        conn_health_checks=True,
    )
}
DATABASES["default"]["OPTIONS"] = (
    _SQLITE_OPTIONS
    if DATABASES["default"]["ENGINE"].endswith("sqlite3")
    else _POSTGRES_OPTIONS | DATABASES["default"].get("OPTIONS", {})
)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Work in the background ------------------------------------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# A worker shows three times in this many seconds that it lives; what a killed one held is free after them.
LEASE_SECONDS = float(os.environ.get("NEWSROOM_LEASE_SECONDS", "30"))

# --- Files ---------------------------------------------------------------------------------------
MEDIA_ROOT = DATA_DIR / "media"  # nothing public lives here yet; originals have their own folder
ORIGINALS_ROOT = DATA_DIR / "originals"  # never served: originals are shown to staff by a view
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # `make run` needs no collectstatic
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_NUMBER_FILES = 200

# --- Languages and time --------------------------------------------------------------------------
LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("German")), ("en", _("English")), ("ru", _("Russian"))]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
USE_I18N = True

# --- Security ------------------------------------------------------------------------------------
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
CSRF_FAILURE_VIEW = "articles.views.errors.untrusted"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
HTTPS = _switched_on("NEWSROOM_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- The newsroom --------------------------------------------------------------------------------
SITE_ADDRESS = os.environ.get("NEWSROOM_ADDRESS", "")
OWN_SOURCE = os.environ.get("NEWSROOM_OWN_SOURCE", "")
# What German law wants of an imprint: § 5 DDG, § 18 (2) MStV. A name and an address, a line each.
PROVIDER = _lines("NEWSROOM_PROVIDER")
RESPONSIBLE = _lines("NEWSROOM_RESPONSIBLE")
CONTACT_EMAIL = os.environ.get("NEWSROOM_EMAIL", "").strip()
CONTACT_PHONE = os.environ.get("NEWSROOM_PHONE", "").strip()
IMPORT_MAX_BYTES = 20 * 1024 * 1024  # a larger file is rejected by name
TAGGIT_CASE_INSENSITIVE = (
    False  # entities are matched by the gazetteer, never by taggit's form field
)
