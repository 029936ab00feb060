from django.urls import path

from . import views

app_name = "catalogue"
urlpatterns = [
    path("districts/", views.districts, name="districts"),
    path("districts/<slug:pk>/", views.district, name="district"),
    path("parks/compare/", views.compare_parks, name="compare_parks"),
    path("parks/<slug:pk>/", views.park, name="park"),
]
