"""The fault lab's conductor: builds a world a case, runs codesent in it, and compares what it says."""

import argparse
import collections
import concurrent.futures
import fnmatch
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import scutil
from authority import Office
from cases import CASES, HEALTHY, KNOWN_WRONG
from mac import around, scutil_of
from report import Report, complain, complain_of_healthy, complain_of_requests
from world import World

# How long after its deadline codesent must have ended: to start, judge and print on a busy machine.
SLACK = 5


def questions(binary):
    """Everything that codesent's checks ask, by its own account."""
    listed = json.loads(subprocess.run([binary, "list", "--json"], capture_output=True, check=True).stdout)
    return sorted({question for check in listed for question in check["asks"]})


def declared(binary):
    """The hosts that codesent says it may contact."""
    hosts = set()
    for question in questions(binary):
        kind, _, rest = question.partition(" ")
        if kind == "lookup":
            hosts.add(rest.split(" via ")[0])
        elif kind == "handshake":
            hosts.add(rest.split(" ")[0].rsplit(":", 1)[0])
        elif kind == "fetch":
            hosts.add(urlsplit(rest).hostname)
        elif kind == "clock":
            hosts.add(rest)
    return sorted(hosts)


def seconds(text):
    """`300ms`, `10s`."""
    return float(text[:-2]) / 1000 if text.endswith("ms") else float(text[:-1])


class Lab:
    """One set of certificates, many worlds."""

    def __init__(self, binary, folder, keep, repeat=1):
        self.binary, self.folder, self.keep, self.repeat = binary, Path(folder), keep, repeat
        self.office = Office(self.folder / "authority")
        self.hosts = declared(binary)
        self.certificates = self.office.issue_all(self.hosts)
        # How all is where nothing is wrong: in a bare namespace, and on a whole Mac.
        self.healthy = {}
        # What was named as the first cause of each case, and how often.
        self.causes = collections.defaultdict(collections.Counter)

    def world(self, case):
        servers = {"hosts": self.hosts, "certificates": self.certificates, "key": str(self.office.leaf_key),
                   **case.servers}
        mac = case.mac if case.tools is None else {**case.mac, "scutil": scutil_of(case.tools)}
        return World(f"lab{os.getpid()}-{case.name}", self.folder / case.name, servers, case.line, mac, case.tunnel)

    def trust(self, case):
        """Arguments and environment that make the Mac trust a root."""
        root = str(self.office.root(case.trusts))
        return ([], {"SSL_CERT_FILE": root}) if case.by_system else (["--cacert", root], {})

    def run(self, case):
        """The complaints about a case, each with how many runs it is about, and how long codesent took at most."""
        complaints, longest = collections.Counter(), 0
        try:
            for _ in range(self.repeat):
                with self.world(case) as world:
                    found, took = self._check(case, world)
                complaints.update(found)
                longest = max(longest, took)
                if found and self.repeat > 1:
                    shutil.copytree(world.folder, f"{world.folder}-failed", dirs_exist_ok=True)
                if not found and not self.keep:
                    shutil.rmtree(world.folder)
        except (RuntimeError, OSError) as problem:
            return [f"the lab could not be built: {problem}"], longest
        told = [text if self.repeat == 1 else f"{count} of {self.repeat} runs: {text}"
                for text, count in complaints.items()]
        if len(self.causes[case.name]) > 1:
            told.append("names another first cause each time: "
                        + ", ".join(f"{cause} {count} times" for cause, count in self.causes[case.name].most_common()))
        return told, longest

    def _check(self, case, world):
        given, environment = self.trust(case)
        recording = world.folder / "recording.json"
        # Off a Mac no home folder is looked at unless it is named.
        home = ["--home", str(world.folder)] if "region" in case.mac else []
        command = [self.binary, "check", "--json", "--timeout", case.timeout, *given, *home, *case.options,
                   "--record", str(recording)]
        started = time.monotonic()
        code, out, errors = world.run(command, {**environment, **case.environment}, seconds(case.timeout) + SLACK)
        took = time.monotonic() - started
        (world.folder / "report.json").write_text(out)
        (world.folder / "stderr").write_text(errors)
        if code is None:
            return [f"had not ended {SLACK} s after its deadline"], took
        try:
            report = Report(out if case.tools is None else self._on_a_whole_mac(recording, case))
        except (ValueError, KeyError) as problem:
            return [f"no readable report ({problem!r}), exit code {code}: {errors.strip()[-300:]}"], took
        self.causes[case.name][report.cause or "none"] += 1
        if case in HEALTHY:
            self.healthy.setdefault(case.tools is not None, report)
            complaints = complain_of_healthy(report)
        else:
            complaints = complain(case, report, self.healthy[case.tools is not None])
        if code != Report(out).exit:
            complaints.append(f"exit code {code}, though the rows say {Report(out).exit}")
        if not case.remark and errors.strip() or not errors.startswith(case.remark):
            complaints.append(f"said on standard error: {errors.strip()[:200]}")
        complaints += self._complain_of_replay(recording, code, out)
        requests = world.requests()
        complaints += complain_of_requests(requests, self.hosts, case is HEALTHY[0], "CN" in case.mac.get("region", ""))
        return complaints + [text for watch in case.watch for text in watch(world)], took

    def _on_a_whole_mac(self, recording, case):
        """What is said of a healthy Mac that saw what was seen here."""
        whole = recording.with_name("whole-mac.json")
        whole.write_text(around(recording, case.tools))
        said = subprocess.run([self.binary, "check", "--json", "--replay", str(whole)], capture_output=True, text=True,
                              check=False, timeout=60).stdout
        recording.with_name("whole-mac-report.json").write_text(said)
        return said

    def _complain_of_replay(self, recording, code, out):
        """The recording must tell the same, to the letter."""
        again = subprocess.run([self.binary, "check", "--json", "--replay", str(recording)], capture_output=True,
                               text=True, check=False, timeout=60)
        if again.returncode != code:
            return [f"replayed, its exit code is {again.returncode} instead of {code}"]
        if again.stdout != out:
            pairs = zip(out.splitlines(), again.stdout.splitlines())
            first = next((f"`{was.strip()}` is `{now.strip()}`" for was, now in pairs if was != now), "the length differs")
            return [f"replayed, it differs: {first}"]
        return []


def arguments():
    parser = argparse.ArgumentParser("scripts/fault-lab", description="Runs codesent in broken networks of its own.")
    parser.add_argument("case", nargs="*", help="only these (a pattern may be given); all if none is named")
    parser.add_argument("--list", action="store_true", help="names the cases")
    parser.add_argument("--binary", required=True, help="the codesent to run")
    parser.add_argument("--keep", action="store_true", help="keeps reports, recordings and logs of all cases")
    parser.add_argument("--shell", action="store_true", help="opens a shell on the Mac of one case")
    parser.add_argument("--jobs", type=int, default=6, help="how many cases at once")
    parser.add_argument("--repeat", type=int, default=1, help="how often each case is run, each time in a new world")
    return parser.parse_args()


def chosen(patterns):
    cases = [case for case in CASES if not patterns or any(fnmatch.fnmatch(case.name, pattern) for pattern in patterns)]
    unknown = [pattern for pattern in patterns if not any(fnmatch.fnmatch(case.name, pattern) for case in CASES)]
    if unknown:
        sys.exit(f"no case is called {', '.join(unknown)}; --list names them")
    return cases


def show(case, complaints, took):
    """Prints how a case ended. Whether that is a failure: a case on the list of those known to be wrong is one if it is
    right."""
    known = KNOWN_WRONG.get(case.name)
    failed = bool(complaints) if known is None else not complaints
    word = "FAILED" if failed else "ok" if known is None else "known"
    print(f"{word:6} {case.name:28} {took:5.1f} s  {case.what}", flush=True)
    if known is not None:
        print(f"         {'is right now, so take it off KNOWN_WRONG' if failed else 'known'}: {known}", flush=True)
    for complaint in complaints:
        print(f"         {complaint}", flush=True)
    return failed


def shell(lab, case):
    with lab.world(case) as world:
        given, environment = lab.trust(case)
        print(f"A shell on the Mac where {case.what}. Try: {lab.binary} check {' '.join(given)}")
        subprocess.run(world.on_mac([os.environ.get("SHELL", "sh")]),
                       env={**os.environ, **environment, **case.environment}, check=False)


def run_all(lab, cases, jobs):
    """How many failed. The healthy cases, which all others are compared with, go first and alone."""
    rest = [case for case in cases if case not in HEALTHY]
    failed = sum(show(first, *lab.run(first)) for first in cases if first in HEALTHY)
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        try:
            for case, (complaints, took) in zip(rest, pool.map(lab.run, rest)):
                failed += show(case, complaints, took)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            World.stop_all()
            raise
    return failed


def interrupt(*_):
    raise KeyboardInterrupt


def main():
    given = arguments()
    cases = chosen(given.case)
    if given.list:
        for case in cases:
            print(f"{case.name:28} {case.what}")
        return 0
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    folder = tempfile.mkdtemp(prefix="fault-lab.")
    started = time.monotonic()
    failed = None
    try:
        lab = Lab(given.binary, folder, given.keep, given.repeat)
        if given.shell:
            shell(lab, cases[0])
            return 0
        known = subprocess.run([given.binary, "check", "--help"], capture_output=True, text=True, check=True).stdout
        for case in [case for case in cases if not all(option in known for option in case.options)]:
            cases.remove(case)
            print(f"left out {case.name}: this codesent does not know {' '.join(case.options)}")
        if not scutil.can_be_in_place(folder):
            cases = [case for case in cases if case.tools is None and "scutil" not in case.mac]
            print("left out what needs a scutil: this machine cannot lay one folder over another (overlay)")
        healthy = [first for first in HEALTHY if any((case.tools is None) == (first.tools is None) for case in cases)]
        cases = healthy + [case for case in cases if case not in HEALTHY]
        failed = run_all(lab, cases, given.jobs)
    except KeyboardInterrupt:
        return 130
    finally:
        if failed or given.keep:
            print(f"reports, recordings and logs: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    if given.repeat > 1:
        same = [name for name, causes in lab.causes.items() if len(causes) == 1 and sum(causes.values()) == given.repeat]
        print(f"the first cause is the same in all {given.repeat} runs of {len(same)} of {len(cases)} cases")
    known = sum(case.name in KNOWN_WRONG for case in cases)
    print(f"{len(cases) - failed} passed ({known} of them known to be wrong), {failed} failed"
          f" in {time.monotonic() - started:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
