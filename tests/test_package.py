"""What `import postingscan` gives."""

from __future__ import annotations

import subprocess
import sys

import pytest

import postingscan as ps

TEXT = "Write two articles a week about gardens for our blog. You get the pictures from us."


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    for name in ps.__all__:
        assert name in dir(ps)
        value = getattr(ps, name)
        assert name in {"RULES", "__version__"} or value.__doc__
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = ps.nothing


def test_scan_is_the_function_whatever_was_imported_before() -> None:
    code = (
        "import postingscan.scan, postingscan as ps; from postingscan.scan import scan_posting; "
        "from postingscan import scan; assert callable(ps.scan) and scan is ps.scan; "
        "import postingscan.batch.table; assert scan is postingscan.batch.table.scan"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_names_are_loaded_when_they_are_asked_for() -> None:
    code = (
        "import sys, postingscan as ps; ps.Posting; print('postingscan.scan' in sys.modules, 'pandas' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "False False\n"
    )


def test_check_takes_a_text_a_record_or_a_posting() -> None:
    for given in (TEXT, {"body": f"<p>{TEXT}</p>", "Job Title": "Garden writer"}, ps.Posting(TEXT, "Garden writer")):
        result = ps.check(given, "Garden writer")
        assert result.row["title"] == "Garden writer"
        assert result.row["description"] == TEXT
        assert result.level in range(4)
        assert "Garden writer" in str(result)
    assert {finding.code for finding in ps.check(TEXT, select=["PAY001"]).findings} == {"PAY001"}


def test_check_says_what_is_wrong_with_its_arguments() -> None:
    with pytest.raises(ps.RecordError, match="neither title nor text"):
        ps.check("  ")
    with pytest.raises(ps.ConfigError, match="no such rule"):
        ps.check(TEXT, ignore=["ABC"])
    with pytest.raises(ps.ModelError):
        ps.check(TEXT, model="missing.json")
