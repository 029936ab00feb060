from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "config"

    def ready(self):
        # The app must exist in every process that may ring the doorbell, web and commands alike.
        from config import celery, checks  # noqa: F401
