"""The smoke test's questions to a run of codesent. Called by scripts/smoke."""

import argparse
import getpass
import json
import os
import pathlib
import platform
import re
import socket
import subprocess
import sys
import time

import formats

# Names that codesent does not mask either, because they are words of the tools it reads; from its own list.
NOT_NAMES = set((pathlib.Path(__file__).resolve().parents[2] / "src/redact/not_names.txt").read_text().split())
# codesent's own limit for a run, and how much longer its start and end may take on a busy machine.
LIMIT_SECONDS = 10
PATIENCE_SECONDS = 5
FORMATS = ["table", "json", "jsonl", "line", "outlook", "markdown", "html", "junit", "tap", "prometheus", "github", "plist", "dialog"]
ON_A_MAC = platform.system() == "Darwin"


class Smoke:
    def __init__(self, binary, out):
        self.binary = str(pathlib.Path(binary).resolve())
        self.out = pathlib.Path(out)
        self.wrong, self.good, self.left_out = [], [], []

    def run(self, *arguments):
        # Without the variable that would make --format github write a job summary of its own.
        environment = {name: value for name, value in os.environ.items() if name != "GITHUB_STEP_SUMMARY"}
        command = [self.binary, *arguments]
        done = subprocess.run(command, capture_output=True, timeout=120, check=False, env=environment)
        return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")

    def expect(self, what, *problems):
        """Notes that something holds, or in what it does not."""
        problems = [problem for problem in problems if problem]
        if problems:
            self.wrong += [f"{what}: {problem}" for problem in problems]
        else:
            self.good.append(what)

    def all(self):
        recording_file = self.out / "recording.json"
        begun = time.monotonic()
        code, text, errors = self.run("check", "--json", "--record", str(recording_file))
        wall = time.monotonic() - begun
        (self.out / "report.json").write_text(text)
        self.expect("the run ends without a word on standard error", errors.strip())
        report = json.loads(text)
        recording = json.loads(recording_file.read_text())
        self.expect("the report is valid against its schema", *self.schema(report))
        self.ids(report)
        self.exit_code(code, report)
        slow = wall > LIMIT_SECONDS + PATIENCE_SECONDS
        self.expect("the run keeps to its time", slow and f"{wall:.1f} s of {LIMIT_SECONDS}")
        self.unknowns(report, recording)
        self.replay(code, text, recording_file)
        texts = {"report.json": text, "recording.json": recording_file.read_text(), **self.formats(code, recording_file)}
        self.nothing_personal(texts)
        self.explanations(report)
        return report

    def schema(self, report):
        _, text, _ = self.run("schema")
        return formats.errors(report, json.loads(text))[:10]

    def ids(self, report):
        _, listed, _ = self.run("list", "--json")
        # The log is read only where somebody asks for it.
        listed = [row["id"] for row in json.loads(listed) if not row["on_request"]]
        found = [row["id"] for row in report["checks"]]
        self.expect(
            "every check has exactly one row, in order",
            *(f"{name} has {found.count(name)} rows" for name in listed if found.count(name) != 1),
            sorted(found) == sorted(listed) and found != listed and "another order",
            *(f"{name} is not in the list" for name in found if name not in listed),
        )

    def exit_code(self, code, report):
        rows = report["checks"]
        for status, count in report["summary"].items():
            counted = sum(row["status"] == status for row in rows)
            self.expect(f"the summary counts {status}", counted != count and f"{count} of {counted}")
        unknown = any(row["status"] == "unknown" for row in rows)
        due = 1 if any(row["status"] == "fail" for row in rows) else 3 if unknown else 0
        self.expect(
            "the exit code agrees with the rows",
            code != due and f"it is {code}, the rows say {due}",
            code != report["exit_code"] and f"it is {code}, the report says {report['exit_code']}",
        )

    def unknowns(self, report, recording):
        """A tool that is missing or prints what cannot be read is a mistake of ours, on any Mac."""
        self.expect(
            "no row is a bug or cannot be read",
            *(
                f"{row['id']}: {row['saw']}"
                for row in report["checks"]
                if row["status"] == "unknown" and row["reason"] in ("unreadable", "bug", "not-asked")
            ),
        )
        misses = {key: entry["miss"] for key, entry in recording["answers"].items() if "miss" in entry}
        unreadable = [f"{key}: {miss}" for key, miss in misses.items() if isinstance(miss, dict) and "unreadable" in miss]
        self.expect("every answer could be read", *unreadable)
        if not ON_A_MAC:
            self.left_out.append("that every tool is there (not a Mac)")
            return
        missing = [key for key, miss in misses.items() if key.startswith("command ") and miss == "not_here"]
        self.expect("every tool is there", *missing)
        slow = [key for key, miss in misses.items() if key.startswith("command ") and miss == "timed_out"]
        self.expect("every tool ends in time", *slow)
        self.expect("the Mac's version is known", report["macos"] is None and "null")

    def replay(self, code, text, recording_file):
        again, replayed, _ = self.run("check", "--json", "--replay", str(recording_file))
        self.expect(
            "the replay of the recording is the same report",
            again != code and f"it ends with {again}, not {code}",
            replayed != text and first_difference(text, replayed),
        )

    def formats(self, code, recording_file):
        texts = {}
        for name in FORMATS:
            ended, text, errors = self.run("check", "--format", name, "--replay", str(recording_file))
            texts[name] = text
            (self.out / f"report.{name}.txt").write_text(text)
            self.expect(f"--format {name} works", ended != code and f"ends with {ended}", not text and "empty", errors)
        # What is copied is not broken.
        copied = ("Open:", "Paste:", "Apple:")
        lines = [line for line in texts["table"].splitlines() if not line.strip().startswith(copied)]
        wide = [line for line in lines if len(line) > 80 and " " in line.strip()]
        self.expect("the table fits into 80 columns", *wide[:3])
        self.expect("--format line is one line", texts["line"].count("\n") != 1 and "it is not")
        self.expect("a pipe gets no colours", "\x1b" in texts["table"] and "escape characters")
        return texts

    def nothing_personal(self, texts):
        patterns = {
            "the home folder": re.escape(str(pathlib.Path.home())) + r"(?![\w.-])",
            "a mail address": r"[\w.+-]+@(?!example\.invalid)[\w-]+(\.[\w-]+)*\.[a-z]{2,}",
            "a hardware address": r"\b(?!02:00:00:00|ac:de:48:00:11:22|00:00:00|ff:ff:ff)([0-9a-f]{2}:){5}[0-9a-f]{2}\b",
            "an account number": r"\bD:[1-9]\d{4,}",
        }
        for what, name in {"the user": getpass.getuser(), "the machine": socket.gethostname().split(".")[0]}.items():
            if len(name) >= 3 and name.lower() not in NOT_NAMES:
                patterns[f"the name of {what}"] = rf"(?<![\w]){re.escape(name)}(?![\w])"
        if ON_A_MAC:
            registry = subprocess.run(
                ["/usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice"], capture_output=True, text=True, check=False
            ).stdout
            for key in ("IOPlatformSerialNumber", "IOPlatformUUID"):
                found = re.search(rf'"{key}" = "([^"]+)"', registry)
                if found:
                    patterns[key] = re.escape(found[1])
        for what, pattern in patterns.items():
            hits = [name for name, text in texts.items() if re.search(pattern, text)]
            self.expect(f"{what} is nowhere", hits and f"it is in {', '.join(hits)}")

    def explanations(self, report):
        problems = []
        for row in report["checks"]:
            code, text, _ = self.run("explain", row["id"])
            if code != 0 or row["title"] not in text.replace("’", "'") and row["title"] not in text:
                problems.append(row["id"])
        self.expect("explain knows every check", *problems)
        _, listed, _ = self.run("list")
        self.expect("list has every check", *(row["id"] for row in report["checks"] if row["id"] not in listed))


def first_difference(one, other):
    pairs = zip(one.splitlines(), other.splitlines())
    return next((f"{left.strip()!r} became {right.strip()!r}" for left, right in pairs if left != right), "its length")


def summary(smoke, report, machine):
    """For people, and as Markdown."""
    counts = ", ".join(f"{count} {status}" for status, count in report["summary"].items() if count)
    lines = [f"## codesent on {machine}", "", f"> {report['headline']}", "", f"{counts} in {report['duration_ms']} ms", ""]
    lines += [f"- ❌ {wrong}" for wrong in smoke.wrong]
    lines += [f"- left out: {what}" for what in smoke.left_out]
    lines += ["", "| Check | Status | Seen |", "|---|---|---|"]
    for row in report["checks"]:
        saw = row["saw"].replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
        lines.append(f"| `{row['id']}` | {row['status']} | {saw} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    smoke = Smoke(arguments.binary, arguments.out)
    report = smoke.all()
    machine = f"macOS {report['macos']}" if ON_A_MAC else platform.system()
    machine += f", {platform.machine()}"
    (smoke.out / "summary.md").write_text(summary(smoke, report, machine))
    print(f"codesent on {machine}: {report['headline']}")
    for what in smoke.left_out:
        print(f"  left out: {what}")
    for what in smoke.wrong:
        print(f"  WRONG: {what}")
    print(f"smoke: {len(smoke.good)} passed, {len(smoke.wrong)} failed; the recording is {smoke.out}/recording.json")
    sys.exit(1 if smoke.wrong else 0)


if __name__ == "__main__":
    main()
