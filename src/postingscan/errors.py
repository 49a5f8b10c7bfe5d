"""What postingscan says when it cannot go on: one line with what, where, expected, got and what to do."""

from __future__ import annotations


class PostingscanError(Exception):
    """An error whose message is meant for the person at the keyboard.

    Parameters
    ----------
    what : str
        What could not be done, as a short clause.
    where : str, optional
        File, line, column or option that it is about.
    expected, got : str, optional
        What would have been right, and what was there.
    do : str, optional
        What to do about it.

    Examples
    --------
    >>> print(PostingscanError("no posting text", where="jobs.csv, line 3", expected="a description", got="''"))
    no posting text (jobs.csv, line 3): expected a description, got ''
    """

    def __init__(self, what: str, *, where: str = "", expected: str = "", got: str = "", do: str = "") -> None:
        self.what, self.where, self.expected, self.got, self.do = what, where, expected, got, do
        head = f"{what} ({where})" if where else what
        contrast = ", ".join(
            part for part in (f"expected {expected}" if expected else "", f"got {got}" if got else "") if part
        )
        line = f"{head}: {contrast}" if contrast else head
        super().__init__(" ".join((f"{line}; {do}" if do else line).split()))


class InputError(PostingscanError):
    """A file, a column or a value that came in cannot be used."""


class RecordError(InputError):
    """One record cannot be read or scored; the others can. It goes to the rejects."""


class ModelError(PostingscanError):
    """A model file is missing, foreign or stale."""


class ConfigError(PostingscanError):
    """An option or a selection does not exist or contradicts another."""
