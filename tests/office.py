"""LibreOffice without a window: how it is started here, and a session of it held over UNO.

The one rule of the place: each process has a profile and a pipe of its own, and leaves neither behind.
"""

import atexit
import contextlib
import functools
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Self

from tests.fonts import fontconfig

UNO = Path("/usr/lib/python3/dist-packages/uno.py")
_FLAGS = ("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_UNLOCKED = ("UseLocking", "UseDocumentSystemFileLocking", "UseDocumentOOoLockFile")


def environment() -> dict[str, str]:
    """Give the environment for LibreOffice: the Thai face, and UTF-8 (else a Thai file name is not found).

    What a killed one leaves lies in the profile of this process, and goes with it.
    """
    own = {"FONTCONFIG_FILE": str(fontconfig()), "LC_ALL": "C.UTF-8", "TMPDIR": str(profile())}
    return {**os.environ, **own}


@functools.cache
def profile() -> Path:
    """Give this process its profile: warm after the first call, removed at exit."""
    folder = Path(tempfile.mkdtemp(prefix="itaxl-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _without_locks(folder)
    return folder


def command(folder: Path) -> list[str]:
    """Give the start of every soffice command, on the profile in this folder."""
    return ["soffice", *_FLAGS, f"-env:UserInstallation={folder.as_uri()}"]


def _without_locks(folder: Path) -> None:
    """Let two tests open one file, and let no killed test block the next."""
    item = (
        '<item oor:path="/org.openoffice.Office.Common/Misc">'
        '<prop oor:name="{}" oor:op="fuse"><value>false</value></prop></item>'
    )
    items = "".join(item.format(name) for name in _UNLOCKED)
    registry = f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    (folder / "user").mkdir()
    (folder / "user" / "registrymodifications.xcu").write_text(registry, encoding="utf-8")


@functools.cache
def _uno() -> ModuleType:
    """Import LibreOffice's own module, which lives with the system's Python and outside any .venv."""
    with contextlib.suppress(ImportError):
        return importlib.import_module("uno")
    spec = importlib.util.spec_from_file_location("uno", UNO)
    assert UNO.exists(), f"{UNO} is missing: `make test` installs python3-uno"
    assert spec is not None
    assert spec.loader is not None
    sys.modules["uno"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def properties(**values: object) -> tuple[Any, ...]:
    """Give the values as UNO's PropertyValue structs."""
    structs = []
    for name, value in values.items():
        struct = _uno().createUnoStruct("com.sun.star.beans.PropertyValue")
        struct.Name, struct.Value = name, value
        structs.append(struct)
    return tuple(structs)


class Office:
    """A running LibreOffice of our own; use it with `with`, and `open` documents in it.

    A document is UNO's: `document.Sheets`, `document.storeToURL(...)`; LibreOffice's API reference names the rest.
    """

    def __init__(self, start_seconds: float = 60) -> None:
        self._uno = _uno()
        self._folder = Path(tempfile.mkdtemp(prefix="itaxl-office-"))
        _without_locks(self._folder)
        self._process = self._start(pipe := f"itaxl{uuid.uuid4().hex}")
        atexit.register(self.kill)  # a crashed test run must not leave soffice behind
        context = self._connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext", start_seconds)
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def _start(self, pipe: str) -> "subprocess.Popen[bytes]":
        accept = f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext"
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            [*command(self._folder), accept],
            stdin=quiet, stdout=quiet, stderr=quiet, env=environment(), start_new_session=True,
        )  # fmt: skip

    def _connect(self, address: str, seconds: float) -> Any:
        local = self._uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.alive:
            with contextlib.suppress(self._uno.getClass("com.sun.star.connection.NoConnectException")):
                return resolver.resolve(address)
            time.sleep(0.05)
        self.kill()
        raise AssertionError(f"LibreOffice did not answer within {seconds:g} s of its start")

    @property
    def alive(self) -> bool:
        """Say whether the program still runs."""
        return self._process.poll() is None

    def new(self, kind: str = "scalc") -> Any:
        """Open an empty document: `scalc` or `swriter`."""
        return self.desktop.loadComponentFromURL(
            f"private:factory/{kind}", "_blank", 0, properties(Hidden=True)
        )

    def open(self, path: Path, **options: object) -> Any:
        """Open a file out of sight, its macros off; `options` are of UNO's MediaDescriptor."""
        loading = properties(**{"Hidden": True, "MacroExecutionMode": 0, "UpdateDocMode": 0, **options})
        document = self.desktop.loadComponentFromURL(Path(path).resolve().as_uri(), "_blank", 0, loading)
        assert document is not None, f"LibreOffice cannot read {path}"
        return document

    def close_documents(self) -> None:
        """Close all that is open, unsaved."""
        documents = self.desktop.Components.createEnumeration()
        while documents.hasMoreElements():
            documents.nextElement().close(True)

    @contextlib.contextmanager
    def deadline(self, seconds: float) -> Iterator[None]:
        """Kill the program when the block takes longer: a call that hangs then raises instead."""
        timer = threading.Timer(seconds, self.kill)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def kill(self) -> None:
        """End the program and all it started, and remove its profile."""
        atexit.unregister(self.kill)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
