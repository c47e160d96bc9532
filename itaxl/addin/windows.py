"""The last calls to Windows, each one line of somebody else's library; all that decides stands elsewhere.

The one rule of the place: nothing here can run in the tests, so nothing here may be worth testing.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from itaxl.addin.buttons import REGISTRY

_KEY, _, _VALUE = REGISTRY.partition("\\")[2].rpartition("\\")  # below HKEY_CURRENT_USER
_INFORMATION = 0x40  # MB_ICONINFORMATION


def excel_of(window: int, xlwings: Any) -> Any:
    """The Excel of a window: by its workbook's window as xlwings does it, or else as the running one; None."""
    App, library = xlwings.App, xlwings._xlwindows
    with suppress(Exception):  # a window without a workbook has nothing to attach to
        attached = library.App(xl=window)
        return App(impl=attached) if attached.xl is not None else None
    with suppress(Exception):
        from win32com.client import GetActiveObject

        running = GetActiveObject("Excel.Application")
        if running.Hwnd == window:
            return App(impl=library.App(xl=library.COMRetryObjectWrapper(running)))
    return None


class Windows:
    """This computer; also what `install` needs of it."""

    def open_file(self, path: Path) -> None:
        """Show a file in the program it belongs to."""
        os.startfile(path)  # type: ignore[attr-defined, unused-ignore]  # only Windows has it

    def documents(self) -> Path:
        """The person's folder of documents, wherever OneDrive has put it."""
        from win32com.shell import shell, shellcon

        return Path(shell.SHGetFolderPath(0, shellcon.CSIDL_PERSONAL, None, 0))

    def say(self, text: str) -> bool:
        """A window of Windows' own."""
        import ctypes

        library: Any = ctypes
        return bool(library.windll.user32.MessageBoxW(0, text, "itaxl", _INFORMATION))

    def excel_runs(self) -> bool:
        """Whether an Excel is open, seen or unseen: each has a window of this class; no other program is started."""
        import ctypes

        library: Any = ctypes
        return bool(library.windll.user32.FindWindowW("XLMAIN", None))

    def desktop(self) -> Path:
        """The person's desktop, wherever OneDrive has put it."""
        from win32com.shell import shell, shellcon

        return Path(shell.SHGetFolderPath(0, shellcon.CSIDL_DESKTOPDIRECTORY, None, 0))

    def remember_python(self, program: str | None) -> None:
        """Leave the interpreter where the add-in looks for it; None takes it away."""
        import winreg

        library: Any = winreg
        if program is None:
            with suppress(OSError):
                library.DeleteKey(library.HKEY_CURRENT_USER, _KEY)
            return
        with library.CreateKey(library.HKEY_CURRENT_USER, _KEY) as key:
            library.SetValueEx(key, _VALUE, 0, library.REG_SZ, program)

    def remembered_python(self) -> str | None:
        """The interpreter that the add-in will start."""
        import winreg

        library: Any = winreg
        with suppress(OSError), library.OpenKey(library.HKEY_CURRENT_USER, _KEY) as key:
            return str(library.QueryValueEx(key, _VALUE)[0])
        return None

    def answers(self, program: str, arguments: Sequence[str]) -> bool:
        """Whether a program can be started and ends well."""
        try:
            return subprocess.run([program, *arguments], capture_output=True, check=False).returncode == 0
        except OSError:
            return False

    def unmark(self, path: Path) -> None:
        """Remove the mark of a file that came from the web."""
        with suppress(OSError):
            os.remove(f"{path}:Zone.Identifier")

    def is_marked(self, path: Path) -> bool:
        """Whether the file carries the mark of the web, which makes Excel block its macros."""
        return os.path.exists(f"{path}:Zone.Identifier")

    def shortcut(self, path: Path, program: str, arguments: str, about: str) -> None:
        """Write a shortcut; the Unicode interface, for WScript's goes through the code page."""
        import pythoncom
        from win32com.shell import shell

        link = pythoncom.CoCreateInstance(
            shell.CLSID_ShellLink, None, pythoncom.CLSCTX_INPROC_SERVER, shell.IID_IShellLink
        )
        link.SetPath(program)
        link.SetArguments(arguments)
        link.SetDescription(about)
        link.QueryInterface(pythoncom.IID_IPersistFile).Save(str(path), 0)
