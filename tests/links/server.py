"""A web server on the loopback that answers as agencies' sites do: well, badly, slowly, or not at all.

The one rule of the place: it remembers every question, so that a test can count them.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HTML, PDF = "text/html; charset=utf-8", "application/pdf"


@dataclass(frozen=True)
class Page:
    """What one path answers; `head` is another status for HEAD, `slow` seconds before the answer."""

    status: int = 200
    kind: str = HTML
    body: bytes = b"<title>ITA</title>"
    to: str = ""
    head: int = 0
    slow: float = 0
    drip: float = 0  # seconds between the bytes of the body


@dataclass
class Site:
    """A running server: its pages, and the questions it was asked."""

    pages: dict[str, Page]
    url: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)  # method, path
    headers: list[dict[str, str]] = field(default_factory=list)
    busy: int = 0
    busiest: int = 0
    sent: int = 0


@contextmanager
def serving(pages: dict[str, Page]) -> Iterator[Site]:
    """Serve these pages on a free port until the test is over."""
    site = Site(pages)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def _counted(self, answer: Callable[[Page], None]) -> None:
            with lock:
                site.asked.append((self.command, self.path))
                site.headers.append(dict(self.headers))
                site.busy += 1
                site.busiest = max(site.busiest, site.busy)
            try:
                page = site.pages.get(self.path, Page(404))
                time.sleep(page.slow)
                answer(page)
            except (BrokenPipeError, ConnectionResetError):
                pass  # the asker has left, as it should
            finally:
                with lock:
                    site.busy -= 1

        def _start(self, page: Page, status: int) -> None:
            self.send_response(status)
            self.send_header("Content-Type", page.kind)
            if page.to:
                self.send_header("Location", page.to)
            self.end_headers()

        def do_HEAD(self) -> None:
            self._counted(lambda page: self._start(page, page.head or page.status))

        def do_GET(self) -> None:
            self._counted(self._page)

        def _page(self, page: Page) -> None:
            self._start(page, page.status)
            for at in range(0, len(page.body), 1 if page.drip else 4096):
                part = page.body[at : at + (1 if page.drip else 4096)]
                self.wfile.write(part)
                site.sent += len(part)
                time.sleep(page.drip)

        def log_message(self, format: str, *args: object) -> None:
            """Be silent."""

    return Handler
