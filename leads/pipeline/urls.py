from django.urls import path

app_name = "pipeline"
urlpatterns = [path("inquiries/<str:number>/", lambda request: None, name="inquiry")]
