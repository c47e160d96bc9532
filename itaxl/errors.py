"""What stops the program: few kinds, each with its exit code and a Thai sentence that says what to do.

The one rule of the place: a message says where, what, and what to do. `cli` alone turns these into output.
"""


class ItaxlError(Exception):
    """A failure that a user can act on; `str()` of it is a whole Thai message, with the English beside it."""

    exit_code = 70

    def __init__(self, message: str, english: str = "") -> None:
        super().__init__(message)
        self.english = english or message


class UsageError(ItaxlError):
    """The command was typed wrongly."""

    exit_code = 2


class InputError(ItaxlError):
    """The input is missing, cannot be read, or is not an itaxl file."""

    exit_code = 3


class TemplateError(ItaxlError):
    """A Word layout or a year file is wrong."""

    exit_code = 4


class UnknownNameError(TemplateError):
    """A layout uses a name that reports do not have."""


class MissingToolError(ItaxlError):
    """This computer lacks something: Word, LibreOffice, a font."""

    exit_code = 5


class OutputError(ItaxlError):
    """The output exists already or cannot be written."""

    exit_code = 6
