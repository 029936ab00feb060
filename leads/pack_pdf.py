"""Draws an answer pack as PDF. WeasyPrint is loaded when the first is drawn, and asks nobody."""

import logging
import secrets
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from django.conf import settings
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.utils import translation

from leads.models.attachment import storage

log = logging.getLogger(__name__)
# Style sheet and letters of the PDF; the one folder that may be read while it is drawn.
OURS = Path(__file__).resolve().parent / "static"
STYLE = OURS / "public" / "pack.css"


def draw(pack, content: dict) -> str:
    """Where the PDF is kept, or "" where the libraries it needs are not on this machine."""
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError) as error:
        log.warning("no PDF: %s; the page prints instead", type(error).__name__)
        return ""
    with translation.override(pack.language):
        english = pack.language == "en"
        context = {
            "pack": pack,
            "content": content,
            "agency_name": settings.AGENCY["name_en" if english else "name_ru"],
            "hotline": settings.AGENCY["phone"],
        }
        page = render_to_string("public/pack_print.html", context)
    fetcher, letters = _fetcher(), FontConfiguration()
    style = CSS(filename=str(STYLE), url_fetcher=fetcher, font_config=letters)
    html = HTML(string=page, url_fetcher=fetcher)
    drawn = html.write_pdf(stylesheets=[style], font_config=letters)
    return storage().save(f"packs/{secrets.token_hex(16)}.pdf", ContentFile(drawn))


def is_ours(url: str) -> bool:
    """Whatever stands in a text, only our own style sheets and letters are read."""
    parts = urlsplit(url)
    path = Path(url2pathname(parts.path)).resolve()
    return parts.scheme == "file" and not parts.netloc and path.is_relative_to(OURS)


def _fetcher():
    from weasyprint.urls import URLFetcher

    class OursAlone(URLFetcher):
        def fetch(self, url, headers=None):
            if not is_ours(url):
                raise ValueError("only files of ours are read")
            return super().fetch(url, headers)

    return OursAlone(allowed_protocols=["file"], allow_redirects=False)
