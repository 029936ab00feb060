"""Routes: each door brings its own."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.urls import include, path

from config import entrance, health

urlpatterns = [
    path("", include("districts.catalogue.urls")),
    path("", include("leads.public.urls")),
    path("", include("leads.desk.urls")),
    path("", include("leads.pipeline.urls")),
    path("", include("leads.reports.urls")),
    path("", include("leads.telephony.urls")),
    path("home/", entrance.home, name="home"),
    path("login/", auth.LoginView.as_view(), name="login"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("admin/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
    path("healthz/progress", health.progress, name="progress"),
]
