"""What says nothing about caches is its reader's own, and so is what sets a cookie."""

from django.utils.cache import patch_cache_control


class PrivateMiddleware:
    """Stands outside of all that may set a cookie. Only a view may say `public`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.cookies or "Cache-Control" not in response:
            patch_cache_control(response, private=True)
        return response
