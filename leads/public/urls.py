from django.urls import path

from . import views

app_name = "public"
urlpatterns = [
    path("", views.start, name="start"),
    path("inquiry/", views.inquiry, name="inquiry"),
    path("inquiry/contact/", views.contact, name="contact"),
    path("inquiry/check/", views.check, name="check"),
    path("inquiry/sent/", views.sent, name="sent"),
    path("consent/processing/", views.consent, name="consent"),
]
