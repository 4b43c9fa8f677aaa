"""Stand-ins for tools that only a Mac has, for the tests of the scripts.

A stand-in is a shell script on the PATH; each call is noted, one line a call, so that a test can ask what was called.
"""

import os
import pathlib
import stat
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Machine:
    """A folder of stand-ins, a home, and what was called."""

    def __init__(self, system="Darwin", machine="arm64"):
        self._folder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self._folder.name).resolve()
        self.bin = self.folder / "bin"
        self.home = self.folder / "home"
        self.bin.mkdir()
        self.home.mkdir()
        (self.folder / "tmp").mkdir()
        self._calls = self.folder / "calls"
        self._calls.touch()
        self.has("uname", f'case ${{1:-}} in -m) echo {machine} ;; *) echo {system} ;; esac', noted=False)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def has(self, name, body="", noted=True):
        """Puts a tool there; `body` is bash, `$@` its arguments."""
        note = f'printf \'%s\\n\' "{name} $*" >>"$CALLS"\n' if noted else ""
        path = self.bin / name
        path.write_text(f"#!/bin/bash\n{note}{body}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def file(self, name, content=b"", executable=False):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if executable:
            path.chmod(0o755)
        return path

    def run(self, script, *arguments, **environment):
        """Runs a script of the project; gives its exit code and all it said."""
        known = {
            "PATH": f"{self.bin}:/usr/bin:/bin",
            "HOME": str(self.home),
            "TMPDIR": str(self.folder / "tmp"),
            "CALLS": str(self._calls),
            "LANG": "C.UTF-8",
        }
        done = subprocess.run(
            [str(ROOT / script), *map(str, arguments)],
            env={**known, **{name: str(value) for name, value in environment.items()}},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            timeout=120,
            check=False,
            cwd=self.folder,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")

    @property
    def calls(self):
        return self._calls.read_text().splitlines()

    def left_behind(self):
        """What the script left in the folder for temporary files."""
        return sorted(os.listdir(self.folder / "tmp"))
