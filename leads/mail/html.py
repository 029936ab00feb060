"""The text of an HTML mail: words and line breaks, nothing that could run or be fetched."""

import re
from html.parser import HTMLParser

HTML_AT_MOST = 500_000
HIDDEN = {"script", "style", "head", "title", "template", "noscript", "object", "svg"}
BREAKS = {"br", "p", "div", "tr", "li", "ul", "ol", "table", "blockquote", "hr", "pre", "section"}
BREAKS |= {f"h{level}" for level in range(1, 7)}
BREAK_BEFORE_ALONE = {"br", "tr", "li", "hr"}


class _Words(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words, self.hidden = [], []

    def handle_starttag(self, tag, attrs):
        if tag in HIDDEN:
            self.hidden.append(tag)
        elif tag in BREAKS:
            self.words.append("\n")
        elif tag == "td":
            self.words.append(" ")

    def handle_startendtag(self, tag, attrs):
        if tag in BREAKS:
            self.words.append("\n")

    def handle_endtag(self, tag):
        if tag in self.hidden:
            # A closing tag that was forgotten within hides no more than its parent.
            del self.hidden[self.hidden.index(tag) :]
        elif tag in BREAKS - BREAK_BEFORE_ALONE:
            self.words.append("\n")

    def handle_data(self, data):
        if not self.hidden:
            self.words.append(re.sub(r"\s+", " ", data))


def text_of(html: str) -> str:
    parser = _Words()
    parser.feed(html[:HTML_AT_MOST])
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
