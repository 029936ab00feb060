from django.urls import path

from . import views

app_name = "public"
urlpatterns = [
    path("", views.start, name="start"),
    path("inquiry/", views.inquiry, name="inquiry"),
    path("inquiry/contact/", views.contact, name="contact"),
    path("inquiry/check/", views.check, name="check"),
    path("inquiry/sent/", views.sent, name="sent"),
    path("consent/<slug:purpose>/", views.consent, name="consent"),
    path("status/", views.status, name="status"),
    path("status/lost/", views.lost_link, name="lost_link"),
    path("status/lost/sent/", views.link_sent, name="link_sent"),
    path("status/write/", views.write, name="write"),
    path("status/answer/", views.answer, name="answer"),
    path("status/file/", views.add_file, name="add_file"),
    path("status/withdraw/", views.withdraw, name="withdraw"),
    path("status/come-back/", views.come_back, name="come_back"),
    path("status/rate/", views.rate, name="rate"),
    path("status/consent/<int:pk>/", views.withdraw_consent, name="withdraw_consent"),
    path("status/pack/", views.pack, name="pack"),
    path("status/pack/pdf/", views.pack_pdf, name="pack_pdf"),
    path("status/<str:secret>/", views.status_link, name="status_link"),
]
