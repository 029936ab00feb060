"""Routes: each door brings its own."""

from django.contrib import admin
from django.urls import include, path

from config import health

urlpatterns = [
    path("", include("districts.catalogue.urls")),
    path("", include("leads.public.urls")),
    path("", include("leads.desk.urls")),
    path("", include("leads.pipeline.urls")),
    path("admin/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
]
