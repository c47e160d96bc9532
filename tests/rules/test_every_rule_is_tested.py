"""Every rule has a test that it fires and a test that it stays silent; every declaration is complete."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from itaxl.model.codes import SUBJECTS, declare
from itaxl.model.findings import Severity
from itaxl.pipeline import declarations
from itaxl.rules.mechanism import Rule, all_rules

HERE = Path(__file__).parent
THAI = re.compile("[ก-๙]")
SOURCE = re.compile(r"[ก-๙][ก-๙A-Z0-9 .()]+|O\d{1,2}/\d{4}")


@cache
def _test_names() -> tuple[str, ...]:
    return tuple(
        node.name
        for file in HERE.glob("test_*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef)
    )


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_rule_has_a_test_that_it_fires_and_one_that_it_stays_silent(rule: Rule) -> None:
    for behaviour in ("fires", "is_silent"):
        wanted = f"test_{rule.code.lower()}_{behaviour}"
        assert [name for name in _test_names() if name.startswith(wanted)], f"no {wanted}… in {HERE.name}"


def test_no_test_speaks_of_a_rule_that_is_not_there() -> None:
    named = {found[1].upper() for name in _test_names() if (found := re.match(r"test_([a-z]\d\d)_", name))}
    assert named - {rule.code for rule in all_rules()} == set()


def test_codes_are_a_letter_of_a_subject_and_two_digits() -> None:
    assert [kind.code for kind in declarations() if not re.fullmatch(r"[A-Z]\d\d", kind.code)] == []
    assert {kind.code[0] for kind in declarations()} == set(SUBJECTS)


def test_a_code_that_is_taken_or_has_no_subject_is_refused() -> None:
    taken = all_rules()[0]
    with pytest.raises(AssertionError, match="taken"):
        declare(replace(taken, title="ชื่ออื่น"))
    with pytest.raises(AssertionError, match="subject"):
        declare(replace(taken, code="Z01"))
    with pytest.raises(AssertionError, match="title"):
        declare(replace(taken, english=""))


def test_titles_are_thai_and_unlike_each_other_and_have_an_english_one_beside() -> None:
    assert [kind.code for kind in declarations() if not THAI.search(kind.title)] == []
    assert [kind.code for kind in declarations() if not re.search("[a-z]{3}", kind.english)] == []
    assert max(Counter(kind.title for kind in declarations()).values()) == 1


def test_the_english_title_is_the_first_line_of_the_docstring() -> None:
    for rule in all_rules():
        assert f"{rule.english}." == (rule.check.__doc__ or "").split("\n")[0], rule.code


def test_the_codes_of_links_stand_in_the_same_list() -> None:
    assert {kind.code for kind in declarations()} > {rule.code for rule in all_rules()}
    assert "N01" in {kind.code for kind in declarations()}


def test_sources_name_a_catalog_item_or_a_section_of_the_domain_notes() -> None:
    for rule in all_rules():
        assert all(SOURCE.fullmatch(part.strip()) for part in rule.source.split(",")), (
            f"{rule.code}: {rule.source}"
        )


def test_years_run_forwards() -> None:
    assert [rule.code for rule in all_rules() if rule.until and rule.until < rule.since] == []


def test_only_hints_wait_for_spelling() -> None:
    assert [
        rule.code for rule in all_rules() if rule.only_with_spelling and rule.severity != Severity.HINT
    ] == []
