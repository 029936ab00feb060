"""One settings file; everything that differs between machines is an environment variable.

`manage.py up` writes the addresses of the servers it started to .run/env, so that any other command
run beside it finds them; real environment variables win. A wrong value stops the start with a line
that says what to set.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from config import exchanges
from config.mailbox import read_mailbox
from config.policy import CONTENT_SECURITY_POLICY  # noqa: F401

BASE_DIR = Path(__file__).resolve().parent.parent
RUN_DIR = BASE_DIR / ".run"

env = environ.Env()
GIVEN = frozenset(env.ENVIRON)  # what the caller set, before .run/env adds to it
if "DATABASE_URL" not in env.ENVIRON and (RUN_DIR / "env").exists():
    environ.Env.read_env(RUN_DIR / "env", overwrite=False)


def _read(kind, name, default, made=lambda value: value):
    """One variable, or ImproperlyConfigured naming it and what was expected."""
    try:
        return made(getattr(env, kind)(name, default=default))
    except (ValueError, ImproperlyConfigured, KeyError) as error:
        raise ImproperlyConfigured(
            f"{name} is wrong ({error}). See docs/production.md, “Settings”."
        ) from None


def _read_bool(name, default):
    given = env.ENVIRON.get(name, "").strip().lower()
    if given not in {"", "1", "0", "true", "false", "yes", "no", "on", "off"}:
        raise ImproperlyConfigured(f"{name} is wrong: say 1 or 0, not “{given}”.")
    return given in {"1", "true", "yes", "on"} if given else default


# LOCAL_SERVERS is set by `manage.py up` alone: servers on this machine, plain http on loopback.
LOCAL = _read_bool("LOCAL_SERVERS", False)
DEBUG = _read_bool("DEBUG", False)
DEPLOYED = "DATABASE_URL" in env.ENVIRON and not LOCAL

SECRET_KEY = _read("str", "SECRET_KEY", "")
if DEPLOYED and len(SECRET_KEY) < 40:
    raise ImproperlyConfigured(
        "SECRET_KEY is missing or shorter than 40 characters. Make one with: "
        "python -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )
ALLOWED_HOSTS = _read("list", "ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
if DEPLOYED and "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts, “*” is refused.")
BASE_URL = _read("str", "BASE_URL", "http://127.0.0.1:8000").rstrip("/")
if not BASE_URL.startswith(("http://", "https://")):
    raise ImproperlyConfigured("BASE_URL must start with http:// or https://.")
# How many proxies stand in front and may be believed about the peer's address.
TRUSTED_PROXIES = _read("int", "TRUSTED_PROXIES", 0)
if TRUSTED_PROXIES < 0:
    raise ImproperlyConfigured("TRUSTED_PROXIES is a number of proxies: 0, 1 or 2.")

INSTALLED_APPS = [
    "config",
    "districts",
    "leads",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.caching.PrivateMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.login.MarkedLoginMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "config.agency.agency",
                "config.navigation.navigation",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

# One engine everywhere. Without an address the commands that need no database still work.
NO_DATABASE = "postgres://hotline@no-database-url.invalid/hotline"
if not env.ENVIRON.get("DATABASE_URL", NO_DATABASE).startswith(("postgres://", "postgresql://")):
    raise ImproperlyConfigured("DATABASE_URL must start with postgres:// (PostgreSQL 15 or newer).")
# Whoever falls asleep in the middle of a transaction (a frozen process, a lost machine) holds what
# all others need: after so many seconds PostgreSQL takes it back, and nothing of his is kept.
FROZEN_AFTER_S = _read("int", "FROZEN_AFTER_S", 60)
if FROZEN_AFTER_S < 1:
    raise ImproperlyConfigured("FROZEN_AFTER_S is a number of seconds: 60 is right.")
DATABASES = {
    "default": {
        **(_given := _read("db", "DATABASE_URL", NO_DATABASE)),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "options": f"-c idle_in_transaction_session_timeout={FROZEN_AFTER_S}s",
            **_given.get("OPTIONS", {}),
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Celery is a doorbell and an engine: ids only, nothing in Redis that a sweep could not find again.
REDIS_URL = _read("str", "REDIS_URL", "redis://127.0.0.1:6379/0")
if not REDIS_URL.startswith(("redis://", "rediss://", "unix://")):
    raise ImproperlyConfigured("REDIS_URL must start with redis://, rediss:// or unix://.")
# Celery has its own words for a socket and for the number of a database behind it.
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://", 1)
if CELERY_BROKER_URL.startswith("redis+socket://"):
    CELERY_BROKER_URL = CELERY_BROKER_URL.replace("?db=", "?virtual_host=")
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 60
CELERY_TASK_SOFT_TIME_LIMIT = 50
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    # Longer than the time limit, or a running task is given out a second time.
    "visibility_timeout": 120,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 0.2,
    "socket_timeout": 5,
}
CELERY_TIMEZONE = "UTC"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# Mail: printed by default; `manage.py up` writes it to .run/mail; EMAIL_URL=smtp://… sends it.
vars().update(_read("email_url", "EMAIL_URL", "consolemail://"))
EMAIL_TIMEOUT = 20
# After so many seconds a letter still being sent counts as one whose ending nobody knows. Longer
# than a task may run; the proofs shorten it.
MESSAGE_LEASE_S = _read("int", "MAIL_LEASE_S", 120)
if MESSAGE_LEASE_S < 1:
    raise ImproperlyConfigured("MAIL_LEASE_S is a number of seconds: 120 is right.")
DEFAULT_FROM_EMAIL = _read("str", "MAIL_FROM", "hotline@investor-hotline.invalid")

# E-mail in: off without an address. What is taken out of the folder lies in the other one.
IMAP = read_mailbox(_read("str", "IMAP_URL", ""), deployed=DEPLOYED)
vars().update(exchanges.settings(_read, RUN_DIR))

AUTH_USER_MODEL = "leads.User"
AUTHENTICATION_BACKENDS = ["leads.access.RolesBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}Validator"}
    for name in ("UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword")
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"
SESSION_COOKIE_AGE = 8 * 60 * 60

LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Русский"), ("en", "English")]
# One catalogue a room.
LOCALE_PATHS = sorted((BASE_DIR / "config" / "locale").glob("*/"))
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = "Europe/Moscow"
USE_TZ = True
USE_I18N = True

UPLOADS_DIR = Path(_read("str", "UPLOADS_DIR", str(RUN_DIR / "uploads")))  # never served
STATIC_URL = "/static/"
# The launcher serves straight from the rooms; production runs collectstatic and hashes the names.
STATIC_ROOT = BASE_DIR / "staticfiles" if DEPLOYED else None
WHITENOISE_USE_FINDERS = not DEPLOYED
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "config.static_files.HashedStorage"
        if DEPLOYED and not DEBUG
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
if BASE_URL.startswith("https://"):
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz"]  # probes ask the process itself, behind the proxy
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    CSRF_TRUSTED_ORIGINS = [BASE_URL]
    if TRUSTED_PROXIES:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}

# The agency whose number is answered.
AGENCY = {
    "name_ru": "Агентство по привлечению инвестиций Краснодарского края",
    "name_en": "Investment Promotion Agency of Krasnodar Territory",
    "phone": "+7 861 251 77 64",
}
