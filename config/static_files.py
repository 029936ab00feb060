"""Static files under hashed names, those that a script imports included."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    # Otherwise an updated script imports its neighbours from the browser's cache, of another age.
    support_js_module_import_aggregation = True

    def url_converter(self, name, hashed_files, template=None):
        # django-htmx brings modules that import by a bundler's names; no page of ours uses them.
        if name.startswith("django_htmx/"):
            return lambda match: match[0]
        return super().url_converter(name, hashed_files, template)
