"""The add-in's own VBA, run in pyOpenVBA's interpreter as Excel would run it: a click in, a command line out.

The one rule of the place: the code is read out of the built .xlam; only Windows' own objects are stand-ins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pyopenvba import ExcelFile
from pyopenvba.apps.excel import ExcelApplication, _model
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import _objects
from pyopenvba.interpreter._values import MISSING

WINDOW = 66666
VBAObject: Any = _objects.VBAObject  # they carry no types
Member = TypeVar("Member", bound=Callable[..., Any])


def member(function: Member) -> Member:
    """A property that VBA sees."""
    made: Member = _objects.member(function)
    return made


def method(function: Member) -> Member:
    """A method that VBA sees."""
    made: Member = _objects.method(function)
    return made


@dataclass
class Windows:
    """What the stand-ins know and what they were asked to do."""

    files: set[str]
    environment: dict[str, str] = field(default_factory=dict)
    code: int = 0  # what a started program ends with
    refuses: bool = False  # as a virus scanner does
    registry: dict[str, str] = field(default_factory=dict)
    meanwhile: Callable[[], None] | None = None  # what happens in Excel while a program is waited for
    started: list[tuple[str, int, bool]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


class _Application(_model.Application):  # type: ignore[misc]
    """The window handle, which the interpreter's Excel does not have."""

    @member
    def Hwnd(self) -> int:
        return WINDOW


_model.Application._vba_members["hwnd"] = _Application._vba_members["hwnd"]


def _shell(windows: Windows) -> Any:
    class Shell(VBAObject):  # type: ignore[misc]
        vba_type_name, vba_library = "IWshShell3", "wsh"

        @method
        def ExpandEnvironmentStrings(self, Src: Any = MISSING) -> str:
            return re.sub("%([^%]+)%", lambda m: windows.environment.get(m[1].upper(), m[0]), str(Src))

        @method
        def Run(self, Command: Any = MISSING, WindowStyle: Any = MISSING, WaitOnReturn: Any = MISSING) -> int:
            if windows.refuses:
                raise VBARuntimeError(70, "Permission denied")
            windows.started.append((str(Command), int(WindowStyle), bool(WaitOnReturn)))
            if windows.meanwhile:
                windows.meanwhile()
            return windows.code

        @method
        def RegRead(self, Name: Any = MISSING) -> str:
            if str(Name) not in windows.registry:
                raise VBARuntimeError(-2147024894, "Unable to open registry key")
            return windows.registry[str(Name)]

        @method
        def Popup(
            self, Text: Any = MISSING, Secs: Any = MISSING, Title: Any = MISSING, Type: Any = MISSING
        ) -> int:
            windows.told.append(str(Text))
            return 1

    return Shell()


def _files(windows: Windows) -> Any:
    class FileSystem(VBAObject):  # type: ignore[misc]
        vba_type_name, vba_library = "FileSystemObject", "scripting"

        @method
        def FileExists(self, FileSpec: Any = MISSING) -> bool:
            return str(FileSpec) in windows.files

    return FileSystem()


class Excel:
    """An Excel with the add-in in it."""

    def __init__(self, addin: Path, windows: Windows) -> None:
        self.windows = windows
        self._app = ExcelApplication.open(addin, with_vba=False)
        self._app.add_module(ExcelFile(addin).get_module("RibbonItaxl"), name="RibbonItaxl")
        own = self._app.interpreter.host
        makers = {"wscript.shell": _shell, "scripting.filesystemobject": _files}
        plain = own.create
        own.create = lambda name: makers[name.lower()](windows) if name.lower() in makers else plain(name)

        self._app.application.active_book = None  # Excel never counts an add-in as the active workbook

    def open(self, book: Path) -> None:
        """Open a workbook and make it the active one."""
        self._app.activate_workbook(self._app.open_workbook(book))

    def click(self, button: str) -> None:
        """Press a button: the body of the callback of the ribbon."""
        self._app.run("ItaxlRun", button)

    def switch_off(self) -> None:
        """What the writing of Python does to Excel, if it is killed on the way."""
        app = self._app.application
        app.ScreenUpdating, app.EnableEvents, app.Calculation = False, False, -4135

    def value(self, expression: str) -> Any:
        """The value of an expression in VBA."""
        return self._app.evaluate(expression)
