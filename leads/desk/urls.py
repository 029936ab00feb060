from django.urls import path

from leads.desk.views.caller import caller
from leads.desk.views.desk import desk
from leads.desk.views.logged import logged, officer
from leads.desk.views.reading import reading
from leads.desk.views.ringing import ringing

app_name = "desk"
urlpatterns = [
    path("desk/", desk, name="desk"),
    path("desk/caller/", caller, name="caller"),
    path("desk/reading/", reading, name="reading"),
    path("desk/ringing/", ringing, name="ringing"),
    path("desk/logged/<str:number>/", logged, name="logged"),
    path("desk/logged/<str:number>/officer/", officer, name="officer"),
]
