"""Web pages: the article alone, without menus, advertising, links, comments and footers, as plain text of our own.

The text begins with the title. Blocks are set apart by a blank line and list items by a line end; offsets count in
this text, which `factcheck sources ID --text` prints.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from factcheck.problems import Location, Problem, Severity
from factcheck.sources.cues import normal
from factcheck.sources.document import Block, BlockKind, Document, Metadata
from factcheck.sources.metadata import iso_date, language_code

# The page library has no types of its own; these are its elements.
_Element: TypeAlias = Any
_SPACES = re.compile(r"\s+")
_WHOLE_PAGE = re.compile(r"<(?:html|body|!doctype|\?xml)", re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
# The elements of the extractor's own tree, and those of the page itself for pages too small for the extractor.
_HEADINGS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"item", "li", "dt", "dd"})
_ROWS = frozenset({"row", "tr"})
_CONTAINERS = frozenset(
    {"p", "body", "quote", "blockquote", "list", "ul", "ol", "dl", "table", "thead", "tbody", "div", "main", "article", "section"}
)
_BLOCKS = _HEADINGS | _ITEMS | _CONTAINERS
_LEFT_OUT = frozenset(
    {"graphic", "code", "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "iframe", "svg"}
)
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:ad|ads|advert\w*|comments?|related|newsletter|share|sharing|social|menu|nav|cookies?|breadcrumbs?|footer|sidebar)(?:$|[\s_-])",
    re.IGNORECASE,
)
# The extractor takes a page with less text than this as a whole, with its title and paragraphs run together.
_SMALL, _CLOSE = 500, 200
# Where pages keep the date when no metadata holds it; the longest text that is still a byline.
_BYLINES = (
    "//*[contains(@class,'byline') or contains(@class,'dateline') or contains(@class,'publish') or contains(@class,'post-date')"
    " or contains(@class,'entry-date') or contains(@class,'article-date') or contains(@class,'entry-meta') or self::time]"
)
_LONGEST_BYLINE = 140
# Neither today's date nor the age of the file may decide what a page says; no text is searched for dates here.
_DATE_SETTINGS = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31", "outputformat": "%Y-%m-%d"}


def read_webpage(text: str, path: str) -> Document:
    """Return the article of a saved web page; without any block where no article was found.

    Args:
        text: The decoded page.
        path: As the user gave it, for the problems.
    """
    page, tree = _extract(text)
    if tree is None:
        return Document("", (), problems=(_no_article(path),))
    pieces = [(kind, content) for kind, content in _pieces(page.body) if content] if page.body is not None else []
    if sum(len(content) for _, content in pieces) < _SMALL:
        pieces = _small_page(tree, pieces)
    title = _line(page.title or "") or None
    if not pieces:
        return Document("", (), problems=(_no_article(path),))
    pieces = _with_title(pieces, title)
    if title is None and pieces[0][0] is BlockKind.TITLE:
        title = pieces[0][1]
    article, blocks = _join(pieces)
    found = Metadata(
        title=title,
        publisher=_line(page.sitename or "") or None,
        published=iso_date(page.date) if page.date else None,
        language=_language(tree),
        url=page.url or None,
    )
    return Document(article, blocks, found=found, bylines=_bylines(tree))


def _extract(text: str) -> tuple[Any, Any]:
    """Return what the extractor makes of a page, and the page's own tree; None for both where it is no page.

    Where the extractor finds no article, what it makes of the page has its metadata and no body.
    """
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        # Their notes on single pages are for their own developers; only the command layer prints.
        logging.getLogger(name).addHandler(logging.NullHandler())
    import trafilatura
    from trafilatura.metadata import extract_metadata

    if not _WHOLE_PAGE.search(text[:2000]):
        # A piece of a page, as copied from a browser's inspector; the extractor takes only whole pages.
        text = f"<html><body>{text}</body></html>"
    try:
        tree = trafilatura.load_html(text)
        if tree is None:
            return None, None
        page = trafilatura.bare_extraction(
            text, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=dict(_DATE_SETTINGS)
        )
        if page is None:
            page = extract_metadata(tree, date_config=dict(_DATE_SETTINGS), extensive=False)
    except Exception:  # noqa: BLE001 - whatever a broken page does to the extractor, the other pages go on
        return None, None
    return page, tree


def _no_article(path: str) -> Problem:
    help_ = "save the page from a browser as a complete page, or copy the article into a text file"
    return Problem(Severity.WARNING, "no-article", "no article was found in the page; it is passed over", help_, Location(path))


def _pieces(element: _Element) -> Iterator[tuple[BlockKind, str]]:
    """Yield the blocks below an element of the extracted body, in order; line breaks inside a block divide it."""
    inline: list[str] = [element.text or ""]
    kind = _kind(element)
    for child in element:
        if _is_chrome(child):
            inline.append(child.tail or "")
        elif child.tag in _ROWS:
            yield from _lines(inline, kind)
            inline = [child.tail or ""]
            cells = [" ".join(content for _, content in _pieces(cell)) for cell in child]
            yield BlockKind.ITEM, " | ".join(cell for cell in cells if cell)
        elif child.tag in _BLOCKS:
            yield from _lines(inline, kind)
            yield from _pieces(child)
            inline = [child.tail or ""]
        elif child.tag in ("lb", "br"):
            inline += ["\n", child.tail or ""]
        else:
            inline += [_text_of(child), child.tail or ""]
    yield from _lines(inline, kind)


def _kind(element: _Element) -> BlockKind:
    if element.tag in _HEADINGS:
        return BlockKind.TITLE if element.tag == "h1" or element.get("rend") == "h1" else BlockKind.HEADING
    return BlockKind.ITEM if element.tag in _ITEMS else BlockKind.LINE


def _is_chrome(element: _Element) -> bool:
    """Return whether an element is no part of an article, by its tag, or in a page's own tree by its class or id."""
    if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
        return True
    return any(_CHROME.search(str(element.get(name) or "")) for name in ("class", "id"))


def _small_page(tree: _Element, pieces: list[tuple[BlockKind, str]]) -> list[tuple[BlockKind, str]]:
    """Return the blocks of a small page from its own tree, where they hold about what the extractor found, else `pieces`."""
    if not tree.xpath("//p"):
        return pieces
    root = next(iter(tree.xpath("//article | //main") or tree.xpath("//body")), None)
    if root is None:
        return pieces
    own = [(kind, content) for kind, content in _pieces(root) if content]
    found, extracted = sum(len(content) for _, content in own), sum(len(content) for _, content in pieces)
    return own if own and abs(found - extracted) <= max(_CLOSE, extracted // 2) else pieces


def _text_of(element: _Element) -> str:
    return "".join(element.itertext())


def _lines(inline: list[str], kind: BlockKind) -> Iterator[tuple[BlockKind, str]]:
    # The extractor keeps the line ends of the page's source inside a paragraph; only its own `lb` divides one.
    for line in "".join(piece if piece == "\n" else _SPACES.sub(" ", piece) for piece in inline).split("\n"):
        content = _line(line)
        if content:
            yield kind, content


def _line(text: str) -> str:
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def _with_title(pieces: list[tuple[BlockKind, str]], title: str | None) -> list[tuple[BlockKind, str]]:
    """Return the blocks with the title as the first, once, and with no other title."""
    same = None
    if title:
        same = next((index for index, (_, content) in enumerate(pieces[:4]) if _same(content, title)), None)
    if same is None:
        same = next((index for index, (kind, _) in enumerate(pieces[:4]) if kind is BlockKind.TITLE), None)
    if same is not None:
        head = pieces[same][1]
        rest = pieces[:same] + pieces[same + 1 :]
    elif title:
        head, rest = title, pieces
    else:
        return pieces
    return [(BlockKind.TITLE, head), *((BlockKind.HEADING if kind is BlockKind.TITLE else kind, content) for kind, content in rest)]


def _same(content: str, title: str) -> bool:
    """Return whether a block is the title, which metadata may give with the name of the site behind it."""
    left, right = normal(content), normal(title)
    return left == right or (len(left) > 15 and right.startswith(f"{left} ")) or (len(right) > 15 and left.startswith(f"{right} "))


def _join(pieces: list[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """Return the text made of the blocks, with the place of each."""
    text = ""
    blocks = []
    before: BlockKind | None = None
    for kind, content in pieces:
        listed = kind is BlockKind.ITEM and before is BlockKind.ITEM
        text += "" if before is None else "\n" if listed else "\n\n"
        blocks.append(Block(len(text), len(text) + len(content), kind, gap=not listed))
        text += content
        before = kind
    return text + "\n", tuple(blocks)


def _language(tree: _Element) -> str | None:
    declared = next((str(value) for value in tree.xpath("/html/@lang | /html/@xml:lang")), "")
    return language_code(declared)


def _bylines(tree: _Element) -> tuple[str, ...]:
    """Return the short lines of a page that are marked as byline or date, machine-readable dates first, in page order."""
    lines = []
    for element in tree.xpath(_BYLINES):
        stamp = str(element.get("datetime") or "")
        text = _line(_text_of(element))
        lines += [line for line in (stamp[:10], text) if line and len(line) <= _LONGEST_BYLINE]
    return tuple(dict.fromkeys(lines))
