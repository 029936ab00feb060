from django.urls import path

from leads.desk.views.call_backs import (
    attempt_call_back,
    call_backs,
    finish_call_back,
    take_call_back,
)
from leads.desk.views.caller import caller
from leads.desk.views.desk import desk
from leads.desk.views.dialling import dial_call_back, dial_phone, dialling
from leads.desk.views.draft import draft
from leads.desk.views.investor import investor
from leads.desk.views.logged import logged, officer
from leads.desk.views.merge import merge, unmerge
from leads.desk.views.reading import reading
from leads.desk.views.recording import recording
from leads.desk.views.ringing import ringing

app_name = "desk"
urlpatterns = [
    path("desk/", desk, name="desk"),
    path("desk/caller/", caller, name="caller"),
    path("desk/reading/", reading, name="reading"),
    path("desk/recordings/<int:key>/", recording, name="recording"),
    path("desk/drafts/<uuid:key>/", draft, name="draft"),
    path("desk/ringing/", ringing, name="ringing"),
    path("desk/call-backs/", call_backs, name="call_backs"),
    path("desk/call-backs/<int:key>/take/", take_call_back, name="take_call_back"),
    path("desk/call-backs/<int:key>/attempt/", attempt_call_back, name="attempt_call_back"),
    path("desk/call-backs/<int:key>/dial/", dial_call_back, name="dial_call_back"),
    path("desk/call-backs/<int:key>/<slug:ending>/", finish_call_back, name="finish_call_back"),
    path("desk/phones/<int:key>/dial/", dial_phone, name="dial_phone"),
    path("desk/dialling/<uuid:key>/", dialling, name="dialling"),
    path("desk/logged/<str:number>/", logged, name="logged"),
    path("desk/logged/<str:number>/officer/", officer, name="officer"),
    path("investors/<int:key>/", investor, name="investor"),
    path("investors/<int:key>/merge/<int:other>/", merge, name="merge"),
    path("investors/<int:key>/merges/<int:merge>/undo/", unmerge, name="unmerge"),
]
