from django.urls import path

from leads.desk.views.caller import caller
from leads.desk.views.desk import desk
from leads.desk.views.draft import draft
from leads.desk.views.investor import investor
from leads.desk.views.logged import logged, officer
from leads.desk.views.merge import merge, unmerge
from leads.desk.views.reading import reading
from leads.desk.views.ringing import ringing

app_name = "desk"
urlpatterns = [
    path("desk/", desk, name="desk"),
    path("desk/caller/", caller, name="caller"),
    path("desk/reading/", reading, name="reading"),
    path("desk/drafts/<uuid:key>/", draft, name="draft"),
    path("desk/ringing/", ringing, name="ringing"),
    path("desk/logged/<str:number>/", logged, name="logged"),
    path("desk/logged/<str:number>/officer/", officer, name="officer"),
    path("investors/<int:key>/", investor, name="investor"),
    path("investors/<int:key>/merge/<int:other>/", merge, name="merge"),
    path("investors/<int:key>/merges/<int:merge>/undo/", unmerge, name="unmerge"),
]
