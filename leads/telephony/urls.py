from django.urls import path

from leads.telephony import views

app_name = "telephony"
urlpatterns = [
    path("telephony/<slug:provider>/", views.hook, name="hook"),
    # Mango Office adds the topic to the address that it is given; its events name it too.
    path("telephony/<slug:provider>/events/<slug:topic>", views.hook),
]
