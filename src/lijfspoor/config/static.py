"""Static files under names that change with their content, so that a browser never shows an old one."""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage


class NamedByContent(ManifestStaticFilesStorage):
    """Hashed names, also for the modules that a module imports."""

    support_js_module_import_aggregation = True
