"""What comes of an address: each kind of answer, asked of a real server on the loopback."""

from __future__ import annotations

import contextlib
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from itaxl.links.addresses import Address
from itaxl.links.asking import AGENT, Answer, Limits, Trouble, ask, ask_all
from itaxl.links.judging import DEAD, HOME, INSIDE, LOGIN, PLAIN, TYPE, UNASKED, UNSURE, LinkFault, judge
from tests.links.server import PDF, Page, Site, serving

HERE = Limits(private=True, pause=0, each=5, total=20)
LOGIN_PAGE = "<title>เข้าสู่ระบบ</title><form><input name=p type='password'></form>".encode()
PAGES = {
    "/": Page(body=b"<title>Home</title>"),
    "/good": Page(),
    "/good.pdf": Page(kind=PDF, body=b"%PDF-1.7"),
    "/plain-named.pdf": Page(kind="application/octet-stream", body=b"%PDF-1.7"),
    "/untyped.pdf": Page(kind="", body=b"%PDF-1.7"),
    "/gone": Page(410),
    "/broken": Page(500),
    "/forbidden": Page(403),
    "/no-head": Page(head=405),
    "/head-lies": Page(head=404),
    "/to-home": Page(302, to="/"),
    "/to-home-page": Page(301, to="/index.php"),
    "/index.php": Page(),
    "/to-good": Page(301, to="good"),
    "/to-login": Page(302, to="/member/login?back=/x"),
    "/member/login?back=/x": Page(body=LOGIN_PAGE),
    "/401": Page(401),
    "/login-page": Page(body=LOGIN_PAGE),
    "/with-login-box": Page(body=b"<title>ITA 2567</title><input type=password>"),
    "/blog-in-detail": Page(),
    "/to-blog": Page(302, to="/blog-in-detail"),
    "/html.pdf": Page(body=b"<html><title>Documents</title>"),
    "/not-really.pdf": Page(kind="", body=b"<html>"),
    "/soft": Page(body="<title>404 ไม่พบหน้าที่ต้องการ</title>".encode()),
    "/soft-old": Page(kind="text/html", body="<title>ไม่พบหน้านี้</title>".encode("cp874")),
    "/loop": Page(302, to="/loop"),
    "/to-file": Page(302, to="file:///etc/passwd"),
    "/slow": Page(slow=3),
    "/drip": Page(body=b"<title>x</title>" + b" " * 5000, drip=0.01),
    "/big": Page(body=b"<title>x</title>" + b" " * 3_000_000),
    "/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7": Page(),
}  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as running:
        yield running


def kind_of(site: Site, path: str, limits: Limits = HERE) -> LinkFault | None:
    judged = judge(site.url + path, ask(site.url + path, limits))
    return judged[0] if judged else None


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/nothing-here", DEAD), ("/gone", DEAD), ("/soft", DEAD), ("/soft-old", DEAD),
        ("/broken", UNSURE), ("/forbidden", UNSURE), ("/loop", UNSURE), ("/to-file", UNSURE),
        ("/to-home", HOME), ("/to-home-page", HOME),
        ("/to-login", LOGIN), ("/401", LOGIN), ("/login-page", LOGIN),
        ("/html.pdf", TYPE), ("/not-really.pdf", TYPE),
    ],
)  # fmt: skip
def test_what_the_public_cannot_read_is_told_apart(site: Site, path: str, kind: LinkFault) -> None:
    assert kind_of(site, path) == kind


@pytest.mark.parametrize(
    "path",
    ["/good", "/good.pdf", "/plain-named.pdf", "/untyped.pdf", "/no-head", "/head-lies", "/to-good", "/with-login-box",
     "/to-blog", "/", "/big", "/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7"],
)  # fmt: skip
def test_what_can_be_read_is_only_told_that_it_is_not_encrypted(site: Site, path: str) -> None:
    assert kind_of(site, path) == PLAIN


def test_an_encrypted_page_is_not_spoken_of() -> None:
    assert judge("https://x.go.th/a", Answer("https://x.go.th/a", 200, "text/html")) is None


def test_an_address_that_moved_to_https_is_not_spoken_of() -> None:
    assert judge("http://x.go.th/a", Answer("https://x.go.th/a", 200, "text/html")) is None


def test_a_server_that_does_not_answer_in_time_is_left(site: Site) -> None:
    start = time.monotonic()
    assert ask(f"{site.url}/slow", Limits(private=True, each=0.3)).trouble is Trouble.TIMEOUT
    assert time.monotonic() - start < 2


def test_a_page_that_comes_drop_by_drop_is_left_and_judged_by_what_came(site: Site) -> None:
    start = time.monotonic()
    assert kind_of(site, "/drip", Limits(private=True, each=0.5)) == PLAIN
    assert time.monotonic() - start < 3


def test_of_a_big_page_only_the_beginning_is_read(site: Site) -> None:
    assert len(ask(f"{site.url}/big", Limits(private=True, peek=10_000)).beginning) == 10_000


def test_a_closed_port_and_an_unknown_host_are_told_apart() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert ask(f"http://127.0.0.1:{port}/x", HERE).trouble is Trouble.REFUSED
    assert ask("http://no-such-host.invalid/x", HERE).trouble is Trouble.NO_HOST


def test_an_answer_that_is_no_http_is_a_trouble_and_not_a_failure() -> None:
    def greet(server: socket.socket) -> None:
        with server.accept()[0] as line:
            line.sendall(b"hello\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=greet, args=(server,), daemon=True).start()
        assert ask(f"http://127.0.0.1:{server.getsockname()[1]}/", HERE).trouble is Trouble.BROKEN


def test_a_certificate_that_nobody_vouches_for_is_told(tmp_path: Path) -> None:
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=x",
               "-keyout", str(key), "-out", str(cert)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)

    def shake_hands(server: socket.socket) -> None:
        with contextlib.suppress(OSError), server.accept()[0] as line:
            context.wrap_socket(line, server_side=True).close()

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=shake_hands, args=(server,), daemon=True).start()
        answer = ask(f"https://127.0.0.1:{server.getsockname()[1]}/", HERE)
    assert answer.trouble is Trouble.CERTIFICATE
    assert (judge("https://x/", answer) or ("",))[0] == UNSURE


# ---- inside the office -----------------------------------------------------------------------------------------------

INSIDES = ["http://127.0.0.1/x", "http://localhost/x", "http://10.1.2.3/", "http://192.168.1.10/ita.pdf", "http://[::1]/",
           "http://169.254.169.254/latest", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/"]  # fmt: skip


@pytest.mark.parametrize("url", INSIDES)
def test_an_address_inside_a_network_is_not_asked(url: str) -> None:
    answer = ask(url, Limits())
    assert answer.trouble is Trouble.PRIVATE
    assert (judge(url, answer) or ("",))[0] == INSIDE


def test_nobody_is_asked_who_is_only_inside() -> None:
    with serving({"/x": Page()}) as site:
        assert ask(f"{site.url}/x", Limits()).trouble is Trouble.PRIVATE
        assert site.asked == []


# ---- many addresses --------------------------------------------------------------------------------------------------


def several(site: Site, *paths: str) -> list[Address]:
    return [Address(site.url + path, ()) for path in paths]


def test_head_is_enough_for_a_file_and_a_page_is_looked_at_once() -> None:
    with serving(PAGES) as site:
        ask_all(several(site, "/good.pdf", "/good"), HERE)
        assert sorted(site.asked) == [("GET", "/good"), ("HEAD", "/good"), ("HEAD", "/good.pdf")]
        assert {each["User-Agent"] for each in site.headers} == {AGENT}
        assert [each["Range"] for each in site.headers if "Range" in each] == ["bytes=0-65535"]


def test_one_host_is_asked_a_few_questions_at_once_and_no_more() -> None:
    paths = [f"/{n}.pdf" for n in range(12)]
    with serving({path: Page(kind=PDF, slow=0.2) for path in paths}) as site:
        answers = ask_all(several(site, *paths), HERE)
        assert site.busiest == HERE.per_host
        assert {answer.status for answer in answers.values()} == {200}


def test_a_host_is_given_a_pause_between_questions() -> None:
    paths = [f"/{n}.pdf" for n in range(4)]
    with serving({path: Page(kind=PDF) for path in paths}) as site:
        start = time.monotonic()
        ask_all(several(site, *paths), Limits(private=True, per_host=1, pause=0.2))
        assert time.monotonic() - start >= 0.6


def test_the_whole_ends_in_time_and_names_what_was_not_asked() -> None:
    with serving({"/slow.pdf": Page(kind=PDF, slow=3), "/quick.pdf": Page(kind=PDF)}) as site:
        wanted = several(site, "/slow.pdf", "/quick.pdf")
        start = time.monotonic()
        answers = ask_all(wanted, Limits(private=True, total=0.8, each=5))
        assert time.monotonic() - start < 2
        kinds = [judged[0] if (judged := judge(each.url, answers[each])) else None for each in wanted]
        assert kinds == [UNASKED, PLAIN]


def test_progress_counts_every_answer() -> None:
    told: list[tuple[int, int]] = []
    with serving(PAGES) as site:
        ask_all(several(site, "/good", "/good.pdf"), HERE, lambda done, of, what: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_where_no_host_is_found_at_all_the_computer_may_be_offline() -> None:
    nowhere = [Address(f"http://no-such-host-{n}.invalid/x", ()) for n in range(2)]
    answers = ask_all(nowhere, Limits(pause=0))
    assert [answers[each].trouble for each in nowhere] == [Trouble.OFFLINE] * 2
    assert {(judge(each.url, answers[each]) or ("",))[0] for each in nowhere} == {UNSURE}


def test_one_unknown_host_among_others_is_dead() -> None:
    with serving(PAGES) as site:
        wanted = [*several(site, "/good"), Address("http://no-such-host.invalid/x", ())]
        assert ask_all(wanted, HERE)[wanted[1]].trouble is Trouble.NO_HOST
    assert (judge(wanted[1].url, Answer("", trouble=Trouble.NO_HOST)) or ("",))[0] == DEAD
