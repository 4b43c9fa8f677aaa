"""How fast codesent is with a network: side by side, in one run, in an internet of the lab, 100 ms there and back.

  a full check        against the slowest endpoint done alone by curl or openssl, and against all of them in a row
  everything dropped  against the deadline it was given
"""

import statistics
import sys
import tempfile
import time

from cases.base import Case, drop
from lab import Lab, questions

ROUNDS, DEADLINE = 5, 10


def endpoints(binary):
    """What a shell script would do for each server that codesent speaks TLS or HTTP with."""
    commands = {}
    for question in questions(binary):
        kind, _, rest = question.partition(" ")
        if kind == "handshake":
            target = rest.split(" ")[0]
            commands[target] = ["sh", "-c", f"openssl s_client -brief -connect {target} </dev/null"]
        elif kind == "fetch":
            commands[rest] = ["curl", "--silent", "--insecure", "--max-time", "5", rest]
    return commands


def seconds(world, command, environment=None, patience=60):
    started = time.monotonic()
    world.run(command, environment or {}, patience)
    return time.monotonic() - started


def healthy(lab, binary, root):
    case = Case("bench", "100 ms there and back", line={"delay": 0.05})
    with lab.world(case) as world:
        check = [binary, "check", "--json", "--cacert", root]
        full = statistics.median(seconds(world, check) for _ in range(ROUNDS))
        alone = {name: statistics.median(seconds(world, command) for _ in range(3))
                 for name, command in endpoints(binary).items()}
    slowest = max(alone, key=alone.get)
    return [("a full check", full, ""),
            (f"the slowest endpoint alone ({slowest})", alone[slowest],
             f"the check takes {full / alone[slowest]:.2f} times as long"),
            (f"all {len(alone)} endpoints in a row", sum(alone.values()),
             f"{sum(alone.values()) / full:.1f} times as long as the check")]


def black_hole(lab, binary, root):
    with lab.world(Case("bench-black-hole", "everything is dropped", line=drop())) as world:
        took = seconds(world, [binary, "check", "--json", "--timeout", f"{DEADLINE}s", "--cacert", root])
    return [(f"a full check, every packet dropped, --timeout {DEADLINE}s", took,
             f"{took / DEADLINE:.2f} of the deadline")]


def main():
    binary = sys.argv[sys.argv.index("--binary") + 1]
    with tempfile.TemporaryDirectory(prefix="fault-lab.") as folder:
        lab = Lab(binary, folder, keep=False)
        root = str(lab.office.root("lab"))
        for what, took, remark in healthy(lab, binary, root) + black_hole(lab, binary, root):
            print(f"{what:60} {took:7.2f} s  {remark}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
