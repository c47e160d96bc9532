"""Asking the web: each address once, hosts in parallel, one host gently, all of it within a time.

The one rule of the place: HEAD first, and of a page only its beginning; nothing is sent but the question.
"""

from __future__ import annotations

import contextlib
import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from http.client import HTTPException, HTTPResponse
from http.cookiejar import CookieJar
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit

from itaxl import __version__
from itaxl.links.addresses import Address, askable

AGENT = f"itaxl/{__version__} (link check of an ITA report; asks each address once)"
_HEADERS = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Language": "th, en;q=0.5"}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_QUESTIONS = 12  # for one address, redirects included
_CHUNK = 8192


class Trouble(StrEnum):
    """Why there is no answer."""

    NO_HOST = "no such host"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    CERTIFICATE = "certificate"
    BROKEN = "broken answer"
    LOOP = "redirects without end"
    PRIVATE = "private address"
    UNASKED = "not asked in time"
    OFFLINE = "no host found at all"

    @staticmethod
    def of(why: Exception) -> Trouble:
        """What went wrong, told by the kind of failure."""
        reason = why.reason if isinstance(why, URLError) else why
        kinds: tuple[tuple[type[BaseException], Trouble], ...] = (
            (TimeoutError, Trouble.TIMEOUT),
            (socket.gaierror, Trouble.NO_HOST),
            (ssl.SSLCertVerificationError, Trouble.CERTIFICATE),
            (ConnectionRefusedError, Trouble.REFUSED),
        )
        return next((trouble for kind, trouble in kinds if isinstance(reason, kind)), Trouble.BROKEN)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked, and how hard; times in seconds. `private` allows addresses inside the office."""

    total: float = 180
    each: float = 20
    at_once: int = 8
    per_host: int = 3
    pause: float = 0.2  # between two questions to one host by one asker
    peek: int = 65_536  # bytes of a page
    private: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an address: status and beginning of the page at `final`, or the trouble."""

    final: str
    status: int = 0
    content_type: str = ""
    beginning: bytes = b""
    trouble: Trouble | None = None

    @property
    def is_page(self) -> bool:
        """Whether only its text can tell what it is."""
        return self.content_type in ("", "text/html", "application/xhtml+xml")


Progress = Callable[[int, int, str], None]


def ask_all(
    found: Iterable[Address], limits: Limits, progress: Progress | None = None
) -> dict[Address, Answer]:
    """The answer for each address; what is not answered within `limits.total` counts as not asked."""
    wanted = tuple(found)
    answers = {each: Answer(each.url, trouble=Trouble.UNASKED) for each in wanted}
    results: queue.Queue[tuple[Address, Answer]] = queue.Queue()
    end = time.monotonic() + limits.total
    _start(wanted, limits, end, results)
    for number in range(1, len(wanted) + 1):
        try:
            address, answer = results.get(timeout=max(0.0, end - time.monotonic()))
        except queue.Empty:
            break
        answers[address] = answer
        if progress:
            progress(number, len(wanted), address.url)
    return _if_offline(answers)


def _if_offline(answers: dict[Address, Answer]) -> dict[Address, Answer]:
    """The answers; where no server at all was found, that says more of this computer than of the addresses."""
    troubles = {answer.trouble for answer in answers.values()}
    if troubles - {Trouble.NO_HOST, Trouble.UNASKED, Trouble.PRIVATE}:
        return answers
    return {
        address: replace(answer, trouble=Trouble.OFFLINE) if answer.trouble is Trouble.NO_HOST else answer
        for address, answer in answers.items()
    }


def _start(
    wanted: Iterable[Address], limits: Limits, end: float, results: queue.Queue[tuple[Address, Answer]]
) -> None:
    """Start a few askers for each host; daemons, so that a server that never ends holds nobody up."""
    at_once = threading.BoundedSemaphore(limits.at_once)
    by_host: dict[str, queue.SimpleQueue[Address]] = {}
    for each in wanted:
        by_host.setdefault(each.host, queue.SimpleQueue()).put(each)

    def work(waiting: queue.SimpleQueue[Address]) -> None:
        with contextlib.suppress(queue.Empty):  # until nothing waits
            while address := waiting.get_nowait():
                with at_once:
                    if time.monotonic() >= end:
                        return
                    results.put((address, ask(address.url, limits, end)))
                time.sleep(limits.pause)

    for waiting in by_host.values():
        for _ in range(min(limits.per_host, waiting.qsize())):
            threading.Thread(target=work, args=(waiting,), daemon=True).start()


def ask(url: str, limits: Limits, end: float = float("inf")) -> Answer:
    """Follow one address to its last answer: HEAD, then GET where that is refused or a page must be looked at."""
    end = min(end, time.monotonic() + limits.each)
    opener, method, here = _opener(), "HEAD", url
    for _ in range(_QUESTIONS):
        if not limits.private and _inside(here):
            return Answer(here, trouble=Trouble.PRIVATE)
        try:
            answer, target = _question(opener, method, here, limits, end)
        except (OSError, HTTPException, ValueError) as why:
            return Answer(here, trouble=Trouble.of(why))
        if target:
            here, method = askable(urljoin(here, target)), "HEAD"
            if not here:
                return Answer(url, trouble=Trouble.BROKEN)
        elif method == "HEAD" and (answer.status >= 400 or answer.is_page):
            method = "GET"
        else:
            return answer
    return Answer(here, trouble=Trouble.LOOP)


def _opener() -> request.OpenerDirector:
    """What asks over http and https only, through the office's proxy, with cookies for this one address."""
    opener = request.OpenerDirector()
    handlers: tuple[request.BaseHandler, ...] = (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(context=ssl.create_default_context()),
        request.HTTPCookieProcessor(CookieJar()),
        request.HTTPDefaultErrorHandler(),
        request.HTTPErrorProcessor(),
    )
    for handler in handlers:
        opener.add_handler(handler)
    return opener


def _question(
    opener: request.OpenerDirector, method: str, url: str, limits: Limits, end: float
) -> tuple[Answer, str]:
    """One question; the answer, and where it sends us on."""
    headers = {**_HEADERS, "Range": f"bytes=0-{limits.peek - 1}"} if method == "GET" else _HEADERS
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    asked = request.Request(url, headers=headers, method=method)
    try:
        response = opener.open(asked, timeout=left)
    except HTTPError as why:
        response = why
    with response:
        target = response.headers.get("Location", "") if response.status in _REDIRECTS else ""
        wanted = method == "GET" and not target and response.status < 400
        beginning = _beginning(response, limits.peek, end) if wanted else b""
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return Answer(url, response.status, kind, beginning), target


def _beginning(response: HTTPResponse | HTTPError, most: int, end: float) -> bytes:
    """The first bytes of a page; of one that stops midway, or comes drop by drop, what has come in time."""
    read = b""
    with contextlib.suppress(OSError, HTTPException):
        while len(read) < most and time.monotonic() < end:
            chunk = response.read1(min(_CHUNK, most - len(read)))
            if not chunk:
                break
            read += chunk
    return read


def _inside(url: str) -> bool:
    """Whether an address lies inside a network, where the public cannot go."""
    host = urlsplit(url).hostname or ""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False  # the question itself will say that there is no such host
    return not all(ipaddress.ip_address(str(each[4][0]).partition("%")[0]).is_global for each in found)
