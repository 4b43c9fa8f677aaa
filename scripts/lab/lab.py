"""The fault lab's conductor: builds a world a case, runs codesent in it, and compares what it says."""

import argparse
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

from authority import Office
from cases import CASES, SAME
from world import World

# What codesent is given, and how long after that it must have ended: to start, judge and print on a busy machine.
TIMEOUT, SLACK = 8, 2.5
# Rows about the network. The others need a Mac, and are the same in every case.
GROUPS = ("network", "dns", "tls", "push", "status", "clock", "filters")


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


class Report:
    """What codesent said, as `codesent check --json` prints it."""

    def __init__(self, text):
        rows = json.loads(text)["checks"]
        self.rows = {row["id"]: row for row in rows if row["group"] in GROUPS}
        statuses = {row["status"] for row in rows}
        self.exit = 1 if "fail" in statuses else 3 if "unknown" in statuses else 0

    def of(self, row):
        return f"{self.rows[row]['status']}:{self.rows[row]['reason'] or ''}"


def fits(seen, wanted):
    """Whether `pass:` or `fail:unreachable` is one of the wanted; after a `!`, whether it is none of them."""
    status = seen.split(":")[0]
    among = any(choice in (seen, status) for choice in wanted.removeprefix("!").split("|"))
    return among != wanted.startswith("!")


class Lab:
    """One set of certificates, many worlds."""

    def __init__(self, binary, folder, keep):
        self.binary, self.folder, self.keep = binary, Path(folder), keep
        self.office = Office(self.folder / "authority")
        self.hosts = declared(binary)
        self.certificates = self.office.issue_all(self.hosts)
        self.healthy = None

    def world(self, case):
        servers = {"hosts": self.hosts, "certificates": self.certificates, "key": str(self.office.leaf_key),
                   **case.servers}
        return World(f"lab{os.getpid()}-{case.name}", self.folder / case.name, servers, case.line, case.mac)

    def trust(self, case):
        """Arguments and environment that make the Mac trust a root."""
        root = str(self.office.root(case.trusts))
        return ([], {"SSL_CERT_FILE": root}) if case.by_system else (["--cacert", root], {})

    def run(self, case):
        """The complaints about a case, and how long codesent took."""
        try:
            with self.world(case) as world:
                complaints, took = self._check(case, world)
        except (RuntimeError, OSError) as problem:
            return [f"the lab could not be built: {problem}"], 0
        if not complaints and not self.keep:
            shutil.rmtree(world.folder)
        return complaints, took

    def _check(self, case, world):
        given, environment = self.trust(case)
        command = [self.binary, "check", "--json", "--timeout", f"{TIMEOUT}s", *given,
                   "--record", str(world.folder / "recording.json")]
        started = time.monotonic()
        code, out, errors = world.run(command, {**environment, **case.environment}, TIMEOUT + SLACK)
        took = time.monotonic() - started
        (world.folder / "report.json").write_text(out)
        (world.folder / "stderr").write_text(errors)
        if code is None:
            return [f"had not ended {SLACK} s after its deadline"], took
        try:
            report = Report(out)
        except (ValueError, KeyError) as problem:
            return [f"no readable report ({problem!r}), exit code {code}: {errors.strip()[-300:]}"], took
        complaints = self._complain_of_report(case, report)
        if code != report.exit:
            complaints.append(f"exit code {code}, though the rows say {report.exit}")
        if errors.strip():
            complaints.append(f"said on standard error: {errors.strip()[:200]}")
        return complaints + self._complain_of_requests(world.requests(), healthy=case is CASES[0]), took

    def _complain_of_report(self, case, report):
        if self.healthy is None:
            self.healthy = report
            return [f"{row} is {report.of(row)} ({report.rows[row]['saw']})" for row in report.rows
                    if not fits(report.of(row), "pass|info|skip:needs-mac")]
        missing = [pattern for pattern in case.expect if not fnmatch.filter(report.rows, pattern)]
        complaints = [f"no row is called {pattern}" for pattern in missing]
        for row in report.rows:
            wanted = self.wanted(case, row)
            if not fits(report.of(row), wanted):
                complaints.append(f"{row} is {report.of(row)}, not {wanted} ({report.rows[row]['saw']})")
            cause = report.rows[row]["because_of"]
            if cause and report.rows.get(cause, {}).get("status") != "fail":
                complaints.append(f"{row} is said to be so because of {cause}, which did not fail")
        return complaints

    def wanted(self, case, row):
        healthy = self.healthy.of(row)
        if healthy == "skip:needs-mac":
            return healthy
        texts = (text for pattern, text in case.expect.items() if fnmatch.fnmatch(row, pattern))
        return case.expect.get(row, next(texts, SAME)) or healthy

    def _complain_of_requests(self, requests, healthy):
        """Whatever is broken: only declared hosts are asked, sign-in at most once, and nothing is ever sent to them."""
        asked = {request["dns"] for request in requests if "dns" in request}
        complaints = [f"looked up {name}, which it does not declare" for name in sorted(asked - set(self.hosts))]
        if healthy:
            complaints += [f"declares {name}, and never looks it up" for name in sorted(set(self.hosts) - asked)]
        http = [request["http"] for request in requests if "http" in request]
        complaints += [f"sent {line}" for line in http if line.split()[0] not in ("GET", "HEAD")]
        gsa = [line for line in http if "gsa.apple.com" in line]
        if len(gsa) > 1:
            complaints.append(f"asked gsa.apple.com {len(gsa)} times in one run")
        return complaints


def arguments():
    parser = argparse.ArgumentParser("scripts/fault-lab", description="Runs codesent in broken networks of its own.")
    parser.add_argument("case", nargs="*", help="only these (a pattern may be given); all if none is named")
    parser.add_argument("--list", action="store_true", help="names the cases")
    parser.add_argument("--binary", required=True, help="the codesent to run")
    parser.add_argument("--keep", action="store_true", help="keeps reports, recordings and logs of all cases")
    parser.add_argument("--shell", action="store_true", help="opens a shell on the Mac of one case")
    parser.add_argument("--jobs", type=int, default=6, help="how many cases at once")
    return parser.parse_args()


def chosen(patterns):
    cases = [case for case in CASES if not patterns or any(fnmatch.fnmatch(case.name, pattern) for pattern in patterns)]
    unknown = [pattern for pattern in patterns if not any(fnmatch.fnmatch(case.name, pattern) for case in CASES)]
    if unknown:
        sys.exit(f"no case is called {', '.join(unknown)}; --list names them")
    return cases


def show(case, complaints, took):
    print(f"{'ok' if not complaints else 'FAILED':6} {case.name:24} {took:5.1f} s  {case.what}", flush=True)
    for complaint in complaints:
        print(f"         {complaint}", flush=True)


def shell(lab, case):
    with lab.world(case) as world:
        given, environment = lab.trust(case)
        print(f"A shell on the Mac where {case.what}. Try: {lab.binary} check {' '.join(given)}")
        subprocess.run(["ip", "netns", "exec", world.mac, os.environ.get("SHELL", "sh")],
                       env={**os.environ, **environment, **case.environment}, check=False)


def run_all(lab, cases, jobs):
    """How many failed. The healthy case, which all others are compared with, goes first and alone."""
    first, *rest = cases
    complaints, took = lab.run(first)
    show(first, complaints, took)
    failed = bool(complaints)
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        try:
            for case, (complaints, took) in zip(rest, pool.map(lab.run, rest)):
                show(case, complaints, took)
                failed += bool(complaints)
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
            print(f"{case.name:24} {case.what}")
        return 0
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    folder = tempfile.mkdtemp(prefix="fault-lab.")
    started = time.monotonic()
    failed = None
    try:
        lab = Lab(given.binary, folder, given.keep)
        if given.shell:
            shell(lab, cases[0])
            return 0
        cases = CASES[:1] + [case for case in cases if case is not CASES[0]]
        failed = run_all(lab, cases, given.jobs)
    except KeyboardInterrupt:
        return 130
    finally:
        if failed or given.keep:
            print(f"reports, recordings and logs: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{len(cases) - failed} passed, {failed} failed in {time.monotonic() - started:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
