"""The book of Singburi to the last page: contents, catchwords, places to sign."""

import datetime
import io
import re
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from itaxl.thai.digits import to_arabic
from itaxl.word.finish.catchwords import choose_words
from tests import tools
from tests.word.finished import made
from tests.word.printed import W
from tests.word.small import part, texts
from tests.word.test_finished_pages import plain

pytestmark = pytest.mark.office

REAL = {
    "1": (1, 1),
    "2.1": (2, 3),
    "2.2": (3, 5),
    "2.3": (6, 9),
    "2.4": (10, 21),
}  # as the office printed them


def contents(docx: Path) -> dict[str, tuple[int, int]]:
    """The sections of the contents with their first and last pages, as the .docx shows them."""
    rows = [list(texts(row)) for row in part(docx.read_bytes()).iter(f"{W}tr")]
    found = {}
    for title, *rest in (row for row in rows if len(row) == 2):
        pages = re.fullmatch(r"(\d+)(?:\u00a0-\u00a0(\d+))?", to_arabic(rest[0]))
        number = re.match(r"[\d.]*\d", to_arabic(title))
        if pages and number:
            found[number[0]] = (int(pages[1]), int(pages[2] or pages[1]))
    return found


def destinations(pdf: Path) -> dict[str, int]:
    """The page of each named place of a PDF."""
    told = tools.run("pdfinfo", "-dests", pdf)
    return {name: int(number) for number, name in re.findall(r'^\s*(\d+) \[.*\] "(.*)"$', told, re.MULTILINE)}


@pytest.mark.parametrize("items", [True, False])
def test_the_contents_are_equal_to_the_true_pages(items: bool) -> None:
    book = made("book", items=items)
    places = destinations(book.pdf)
    first = places["rationale"] - 1
    names = {"2.1": "iit", "2.2": "eit", "2.3": "oit", **({"2.4": "items"} if items else {})}
    true = {no: (places[f"{name}First"] - first, places[f"{name}Last"] - first) for no, name in names.items()}
    assert contents(book.docx) == {"1": (1, 1), **true}


def test_the_headings_stand_on_the_pages_that_the_contents_tell() -> None:
    text = [plain(each) for each in tools.pdf_pages(made("book").pdf)]
    start = next(n for n, each in enumerate(text) if "๑.หลักการและเหตุผล" in each and "สารบัญ" not in each)
    for number, (first, _) in contents(made("book").docx).items():
        heading = {"1": "๑.หลักการ"}.get(number, f"๒.{'๐๑๒๓๔'[int(number[-1])]}ผลการ")
        assert heading in text[start + first - 1]


def test_the_contents_of_singburi_are_within_a_page_of_the_real_ones() -> None:
    mine = contents(made("book").docx)
    assert mine.keys() == REAL.keys()
    for number, (first, last) in REAL.items():
        assert abs(mine[number][0] - first) <= 1
        assert abs(mine[number][1] - last) <= 1


def test_a_catchword_is_the_first_choose_words_the_next_page() -> None:
    text = [plain(each) for each in tools.pdf_pages(made("book").pdf)]
    found = [(n, word[1]) for n, each in enumerate(text) if (word := re.search(r"/([^/]+)\.\.\.$", each))]
    assert len(found) >= 2
    for n, words in found:
        assert re.sub(r"^-[๐-๙]+-", "", text[n + 1]).startswith(words)


def test_catchwords_stand_at_the_foot_below_the_text() -> None:
    words = [word for word in tools.pdf_words(made("book").pdf) if word.text.startswith("/๒")]
    assert words
    assert all(word.y > 842 - 2 / 2.54 * 72 for word in words)
    assert all(word.bottom < 842 - 15 for word in words)


@pytest.mark.parametrize(
    ("heading", "catchword"),
    [
        ("๒. ผลการดำเนินการ", "/๒. ผลการดำเนินการ..."),
        ("ตัวชี้วัด (๙.๔) การบริหาร  และพัฒนา", "/ตัวชี้วัด (๙.๔) การบริหาร และพัฒนา..."),
        ("ก" * 50 + " " + "ข" * 50, "/" + "ก" * 50 + "..."),
        ("ก" * 90, "/" + "ก" * 90 + "..."),
    ],
)
def test_a_catchword_holds_whole_words(heading: str, catchword: str) -> None:
    assert choose_words(heading) == catchword


# ---- signing ---------------------------------------------------------------------------------------------------------


def test_each_signer_has_an_empty_field_on_the_dotted_line() -> None:
    book = made("book")
    dots = [word for word in tools.pdf_words(book.pdf) if "....." in word.text and "ลงชื่อ" in word.text]
    fields = list(enumerate_sig_fields(PdfFileReader(io.BytesIO(book.pdf.read_bytes()))))
    assert [(name, value) for name, value, _ in fields] == [(f"Signer{n}", None) for n in range(1, 5)]
    assert len(dots) == 4
    for (_, _, reference), line in zip(fields, dots, strict=True):
        left, bottom, right, top = (float(each) for each in reference.get_object()["/Rect"])
        height = 595.3
        assert line.x < left < right < line.right
        assert bottom <= height - line.y <= top + 6
        assert right - left > 60


def own_signer() -> Any:
    """Somebody who signs with a certificate of their own."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "ITAXL TEST")])
    start = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
    usage = x509.KeyUsage(True, True, *[False] * 7)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=30))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    locked = serialization.BestAvailableEncryption(b"secret")
    p12 = pkcs12.serialize_key_and_certificates(b"test", key, certificate, None, locked)
    return signers.SimpleSigner.load_pkcs12_data(p12, other_certs=[], passphrase=b"secret")


def test_an_empty_field_can_be_signed_and_the_signature_holds() -> None:
    signer = own_signer()
    writer = IncrementalPdfFileWriter(io.BytesIO(made("book").pdf.read_bytes()))
    out = signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name="Signer4"), signer=signer)
    signature = PdfFileReader(out).embedded_signatures[0]
    status = validate_pdf_signature(signature, ValidationContext(trust_roots=[signer.signing_cert]))
    assert signature.field_name == "Signer4"
    assert status.intact
    assert status.valid
