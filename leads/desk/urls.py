from django.urls import path

from leads.desk import views

app_name = "desk"
urlpatterns = [
    path("desk/", views.desk, name="desk"),
    path("desk/caller/", views.caller, name="caller"),
    path("desk/reading/", views.reading, name="reading"),
    path("desk/logged/<str:number>/", views.logged, name="logged"),
    path("desk/logged/<str:number>/officer/", views.officer, name="officer"),
]
