from django.urls import path

from . import views

app_name = "reports"
urlpatterns = [
    path("reports/", views.reports, name="reports"),
    path("reports/<slug:report>/inquiries/", views.marked_inquiries, name="marked_inquiries"),
    path("reports/<slug:report>/csv/", views.report_file, name="report_file"),
]
