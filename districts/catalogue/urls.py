from django.urls import path

from . import indexing, views

app_name = "catalogue"
urlpatterns = [
    path("robots.txt", indexing.robots, name="robots"),
    path("sitemap.xml", indexing.sitemap, name="sitemap"),
    path("districts/", views.districts, name="districts"),
    path("districts/<slug:pk>/", views.district, name="district"),
    path("parks/compare/", views.compare_parks, name="compare_parks"),
    path("parks/<slug:pk>/", views.park, name="park"),
]
