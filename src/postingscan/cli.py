"""The command line. Only click is loaded before a command runs, so that help is instant."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from postingscan import __version__
from postingscan.errors import ConfigError, PostingscanError

if TYPE_CHECKING:
    from postingscan.rules import Rule
    from postingscan.scan import Scan

FAIL_ON_MET, UNUSABLE, REJECTS = 1, 2, 3
"""Exit codes other than 0; there are no more."""

_LEVELS = {"0": 0, "1": 1, "2": 2, "3": 3}
_SEVERITIES = {"low": 1, "medium": 2, "high": 3}
_Command = TypeVar("_Command", bound=Callable[..., Any])


class Unusable(click.ClickException):
    """Arguments or input that cannot be used: one line on standard error, exit code 2."""

    exit_code = UNUSABLE

    def show(self, file: Any = None) -> None:  # noqa: ARG002
        """Say it."""
        say(self.message)


class Commands(click.Group):
    """Commands that end with a code of the contract, whatever happens in them."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the arguments of the group."""
        with _ending_by_contract():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the arguments of the command, and run it."""
        with _ending_by_contract():
            code = super().invoke(ctx)
        ctx.exit(code or 0)


@contextmanager
def _ending_by_contract() -> Iterator[None]:
    try:
        yield
    except click.exceptions.Exit:
        raise
    except click.ClickException as error:
        raise Unusable(error.format_message().rstrip(".") + _see_help(error)) from error
    except PostingscanError as error:
        raise Unusable(str(error)) from error
    except (KeyboardInterrupt, click.Abort) as error:
        raise Unusable("stopped") from error
    except BrokenPipeError:  # who reads our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        fault = f"{type(error).__name__}: {error}"
        raise Unusable(f"a fault of postingscan's own: {fault}; PYTHONDEVMODE=1 shows where") from error


def say(line: str) -> None:
    """Put one line on standard error; nothing that came in with a posting can steer the terminal from it."""
    click.echo(f"postingscan: {_printable(line)}", err=True)


def _printable(line: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in line)


def _see_help(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f"; '{context.command_path} --help' shows what there is" if context else ""


def _rules_options(command: _Command) -> _Command:
    """The options that choose model and rules."""
    options = (
        click.option("--model", metavar="FILE", help="A model file in place of the packaged model."),
        click.option("--select", metavar="CODES", multiple=True, help="Show findings of these rules only: TRL,EXP001."),
        click.option("--ignore", metavar="CODES", multiple=True, help="Show no findings of these rules."),
        click.option(
            "--fail-on",
            metavar="LEVEL",
            type=click.Choice([*_LEVELS, *_SEVERITIES]),
            help="Exit with 1 if a posting has this level of over-expectation or more (0-3), or a finding this "
            "severity or more (low, medium, high).",
        ),
    )
    return functools.reduce(lambda wrapped, option: option(wrapped), reversed(options), command)


def _codes(select: tuple[str, ...], ignore: tuple[str, ...]) -> frozenset[str] | None:
    from postingscan.rules import select_rules

    def split(given: tuple[str, ...]) -> list[str]:
        return [code for part in given for code in part.replace(",", " ").split()]

    chosen, left_out = split(select), split(ignore)
    return select_rules(chosen, left_out) if chosen or left_out else None


def _is_met(fail_on: str | None, level: int, severity: int) -> bool:
    if fail_on is None:
        return False
    return level >= _LEVELS[fail_on] if fail_on in _LEVELS else severity >= _SEVERITIES[fail_on]


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="postingscan %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Read outsourcing job postings and tell how far each expects too much of one person."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--out",
    required=True,
    metavar="OUT",
    help="Where rows go: .parquet, .jsonl or .csv; '-' for standard output.",
)
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes. [default: every core]")
@click.option("--overwrite", is_flag=True, help="Replace OUT if it is there.")
@click.option("--resume", is_flag=True, help="Go on with a scan that was stopped; begin one if there is none.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Read N records at most.")
@click.option("--map", "mapping", multiple=True, metavar="THEIRS=OURS", help="Take column THEIRS for the field OURS.")
@click.option("--quiet", is_flag=True, help="No progress bar and no closing line.")
@click.option("--strict", is_flag=True, help="Exit with 3 if any record was rejected.")
@_rules_options
def scan(
    inputs: tuple[str, ...], out: str, workers: int | None, overwrite: bool, resume: bool, limit: int | None,
    mapping: tuple[str, ...], quiet: bool, strict: bool, model: str | None, select: tuple[str, ...],
    ignore: tuple[str, ...], fail_on: str | None,
) -> int:  # fmt: skip
    """Scan postings and write one row for each.

    INPUT is a file (.csv, .tsv, .json, .jsonl, .parquet, .html, .xml, .rss, .atom, .eml, .txt; also with .gz), a folder
    of such files, or '-' for JSON Lines on standard input. Rows stand in the order of the input; what cannot be read
    goes to OUT.rejects.jsonl with its place and the reason.

    Exits with 0 when done, 1 if --fail-on was met, 2 if arguments or input are unusable, 3 if --strict was
    given and a record was rejected.
    """
    from postingscan.batch.pool import count_cores
    from postingscan.batch.stream import Plan, scan_files

    plan = Plan(
        inputs=inputs,
        out=out,
        workers=workers or count_cores(),
        overwrite=overwrite,
        resume=resume,
        limit=limit,
        renamed=_mapping(mapping),
        model=model,
        codes=_codes(select, ignore),
    )
    try:
        summary = scan_files(plan, progress=not quiet and sys.stderr.isatty(), tell=say)
    except KeyboardInterrupt:
        say("stopped" if out == "-" else "stopped; the same command with --resume goes on from here")
        return UNUSABLE
    if not quiet:
        say(str(summary))
    if strict and summary.tally.n_rejects:
        return REJECTS
    return FAIL_ON_MET if _is_met(fail_on, summary.tally.level, summary.tally.severity) else 0


def _mapping(pairs: tuple[str, ...]) -> dict[str, str]:
    renamed = {}
    for pair in pairs:
        theirs, equals, ours = pair.rpartition("=")
        if not equals or not theirs or not ours:
            raise ConfigError("cannot use --map", expected="theirs=ours, such as 'Blurb=description'", got=repr(pair))
        renamed[theirs.strip()] = ours.strip()
    return renamed


@main.command()
@click.argument("file", metavar="FILE")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text to read, or rows as JSON Lines."
)
@click.option("--color/--no-color", default=None, help="Colours or none. [default: on a terminal]")
@click.option("--map", "mapping", multiple=True, metavar="THEIRS=OURS", help="Take column THEIRS for the field OURS.")
@_rules_options
def check(
    file: str, form: str, color: bool | None, mapping: tuple[str, ...], model: str | None, select: tuple[str, ...],
    ignore: tuple[str, ...], fail_on: str | None,
) -> int:  # fmt: skip
    """Check the posting in FILE and show what was found, with the words that show it.

    FILE is a text whose first line, if short, is the title, or anything that scan reads; '-' is standard input.
    """
    from postingscan.frames import to_json

    renamed, codes = _mapping(mapping), _codes(select, ignore)
    level = severity = -1
    if color is None:
        color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for n_shown, scanned in enumerate(_scans(file, renamed, model, codes)):
        if form == "json":
            from postingscan.scan import row_of

            click.echo(to_json(row_of(scanned)).decode())
        else:
            from shutil import get_terminal_size

            from postingscan.show.terminal import render

            if n_shown:
                click.echo()
            click.echo(render(scanned, color=color, width=min(get_terminal_size((88, 24)).columns, 100)), color=True)
        level = max(level, scanned.score.level if scanned.score else -1)
        severity = max(severity, *(finding.severity for finding in scanned.findings), -1)
    return FAIL_ON_MET if _is_met(fail_on, level, severity) else 0


def _scans(file: str, renamed: dict[str, str], model: str | None, codes: frozenset[str] | None) -> Iterator[Scan]:
    """Every posting in a file, scanned; what cannot be read is said."""
    from postingscan.errors import InputError, RecordError
    from postingscan.ingest.columns import Columns
    from postingscan.ingest.files import find_sources, read_sources, source_name
    from postingscan.ingest.places import Reject
    from postingscan.ingest.record import make_posting, parse_record
    from postingscan.model.score import load_scorer
    from postingscan.scan import scan_posting

    columns, scorer = Columns(renamed), load_scorer(model)
    n_read = 0
    for item in read_sources(find_sources([file], text=True), columns):
        if isinstance(item, Reject):
            say(f"rejected: {item.where}: {item.reason}")
            continue
        try:
            record = parse_record(item.data) if isinstance(item.data, bytes) else item.data
            posting = make_posting(record, columns, source=source_name(item.file))
        except RecordError as error:
            say(f"rejected: {item.file}: {error}")
            continue
        n_read += 1
        yield scan_posting(posting, scorer, codes)
    if not n_read:
        raise InputError("no posting to check", where=file, do="a text, or a file with a posting in it, is needed")


@main.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("-o", "--out", required=True, metavar="DIR", help="Folder for the raw answers and their manifest.")
@click.option("--contact", metavar="WHO", help="A mail address or page by which the owner of a site can reach you.")
@click.option("--delay", type=click.FloatRange(min=0), default=2.0, show_default=True, metavar="SECONDS",
              help="From one answer of a site to the next request, at the least.")  # fmt: skip
@click.option("--refresh", is_flag=True, help="Ask again for pages that are there; fetch those that have changed.")
@click.option("--allow-private", is_flag=True, help="Fetch from this machine and the local network as well.")
@click.option("--quiet", is_flag=True, help="No closing line.")
@click.option("--strict", is_flag=True, help="Exit with 3 if any page could not be fetched.")
def fetch(
    urls: tuple[str, ...], out: str, contact: str | None, delay: float, refresh: bool, allow_private: bool, quiet: bool,
    strict: bool,
) -> int:  # fmt: skip
    """Fetch pages and keep what came in DIR, as it came; 'postingscan scan DIR' reads it from there.

    URL is http or https; '-' takes one a line from standard input. Each site's robots.txt is obeyed. Pages that DIR has
    are skipped, so that the same command goes on with a run that was stopped.
    """
    from collections import Counter

    from postingscan.errors import InputError
    from postingscan.ingest.fetch import fetch_pages

    counts: Counter[str] = Counter()
    named = _each_url(urls)
    for page in fetch_pages(
        named, Path(out), contact=contact, delay_seconds=delay, refresh=refresh, allow_private=allow_private
    ):
        counts[page.outcome] += 1
        if page.outcome == "failed":
            say(f"failed: {page.url}: {page.reason}")
    if counts["failed"] == counts.total():
        raise InputError("no page was fetched", where=out, got=f"{counts['failed']} failed")
    if not quiet:
        say(f"{', '.join(f'{n:,} {outcome}' for outcome, n in counts.items())}; in {out}")
    return REJECTS if strict and counts["failed"] else 0


def _each_url(urls: tuple[str, ...]) -> Iterator[str]:
    for url in urls:
        if url == "-":
            yield from filter(None, map(str.strip, sys.stdin))
        else:
            yield url


@main.command()
@click.argument("scanned", metavar="SCANNED")
@click.option("-o", "--out", required=True, metavar="DIR", help="Folder for the page and its charts.")
@click.option("--title", default="Scanned postings", show_default=True, help="Heading of the page.")
def report(scanned: str, out: str, title: str) -> int:
    """Draw charts and a page of what a scan wrote to SCANNED (.parquet, .jsonl or .csv)."""
    from postingscan.errors import InputError
    from postingscan.frames import read_scanned
    from postingscan.show.report import write_report

    frame = read_scanned(scanned)
    try:
        written = write_report(frame, Path(out), title=title)
    except OSError as error:
        raise InputError("cannot write the report", where=out, got=(error.strerror or str(error)).lower()) from error
    for path in written:
        click.echo(path)
    return 0


@main.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="A table, or JSON.")
def rules(form: str) -> int:
    """List every rule: code, name, severity, and what it watches."""
    from postingscan.rules import FAMILIES, RULES

    if form == "json":
        from postingscan.frames import to_json

        click.echo(to_json([_rule_row(rule) for rule in RULES]).decode())
        return 0
    width = max(len(rule.name) for rule in RULES)
    family = ""
    for rule in RULES:
        if rule.family != family:
            if family:
                click.echo()
            click.echo(f"{rule.family}  {FAMILIES[rule.family]}")
            family = rule.family
        click.echo(f"  {rule.code}  {rule.name:{width}}  {rule.severity!s:6}  {rule.summary}")
    return 0


def _rule_row(rule: Rule) -> dict[str, str]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": str(rule.severity),
        "since": rule.since,
        "source": rule.source,
        "advice": rule.advice,
        "driver": rule.driver,
        "summary": rule.summary,
    }


@main.command()
@click.argument("code", metavar="CODE")
def explain(code: str) -> int:
    """Show the page of a rule: why it matters, what is flagged and what is not, its limits and source.

    CODE is a code such as TRL001 or a name such as unpaid-trial.
    """
    from postingscan.rules import RULES, rule_page

    for rule in RULES:
        if code.upper() == rule.code or code.lower() == rule.name:
            click.echo(rule_page(rule))
            return 0
    raise ConfigError(
        "no such rule", expected="a code such as 'TRL001'", got=repr(code), do="'postingscan rules' lists them"
    )


@main.command()
def version() -> int:
    """Show the release and the model that ships with it."""
    from postingscan.model.score import load_scorer

    click.echo(f"postingscan {__version__}, model {load_scorer().name}")
    return 0
