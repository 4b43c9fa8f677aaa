"""How fast codesent is with a network: side by side, in one run, in an internet of the lab, 100 ms there and back.

  a full check        against the slowest endpoint done alone by curl or openssl, against the one check of codesent's that asks
                      it, and against all of them in a row
  --past-vpn          what it adds to a check through a tunnel, against the slowest host past it done alone by curl
  everything dropped  against the deadline it was given

What is compared is taken in turns, so that whatever else the machine does meets both.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time

from cases.base import Case, drop
from lab import Lab, questions

ROUNDS, DEADLINE, DELAY = 9, 10, 0.05
PAST_THE_TUNNEL = "past the tunnel"


def endpoints(binary):
    """What a shell script would do for each server that codesent speaks TLS or HTTP with, abroad."""
    commands = {}
    for question in [one for one in questions(binary) if ".cn:" not in one]:
        kind, _, rest = question.partition(" ")
        if kind == "handshake":
            target = rest.split(" ")[0]
            commands[target] = ["sh", "-c", f"openssl s_client -brief -connect {target} </dev/null"]
        elif kind == "fetch":
            commands[rest] = ["curl", "--silent", "--insecure", "--max-time", "5", rest]
    return commands


def past_the_tunnel(binary):
    """The same for those that are asked past a tunnel."""
    asked = {question.split(" ")[1] for question in questions(binary) if question.endswith(PAST_THE_TUNNEL)}
    return {target: ["curl", "--silent", "--insecure", "--max-time", "5", "--interface", "en0", "--head",
                     f"https://{target}/"] for target in sorted(asked)}


def asks_it(binary, endpoint):
    """The check that asks an endpoint and the least besides."""
    listed = json.loads(subprocess.run([binary, "list", "--json"], capture_output=True, check=True).stdout)
    asking = [check for check in listed if any(endpoint in question.split(" ") for question in check["asks"])]
    return min(asking, key=lambda check: len(check["asks"]))["id"]


def on(world, root):
    """Gives what times a command on the Mac. It trusts the lab's root as a Mac does its own: an option that names a file would
    be read before anything is asked, which no check does by default and curl, which trusts anything here, does not do."""
    def seconds(command):
        started = time.monotonic()
        world.run(command, {"SSL_CERT_FILE": root}, 60)
        return time.monotonic() - started
    return seconds


def in_turns(seconds, *commands):
    """The median of each."""
    rounds = [[seconds(command) for command in commands] for _ in range(ROUNDS)]
    return [statistics.median(times) for times in zip(*rounds)]


def alone(seconds, commands):
    return {name: statistics.median(seconds(command) for _ in range(3)) for name, command in commands.items()}


def healthy(lab, binary, root):
    with lab.world(Case("bench", "100 ms there and back", line={"delay": DELAY})) as world:
        seconds, commands = on(world, root), endpoints(binary)
        times = alone(seconds, commands)
        # Which of them is the slowest is told in turns as well: on a busy machine the first look may be wrong.
        slow = sorted(times, key=times.get)[-3:]
        full, *medians = in_turns(seconds, [binary, "check", "--json"], *(commands[name] for name in slow))
        one, slowest = max(zip(medians, slow))
        check = asks_it(binary, slowest)
        again, own = in_turns(seconds, [binary, "check", "--json"], [binary, "check", "--json", check])
    return [("a full check", full, ""),
            (f"the slowest endpoint alone ({slowest.rsplit('/', 1)[-1]})", one,
             f"the check takes {full / one:.2f} times as long"),
            (f"codesent check {check}, which asks it", own, f"a full check takes {again / own:.2f} times as long"),
            (f"all {len(times)} endpoints in a row", sum(times.values()),
             f"{sum(times.values()) / full:.1f} times as long as the check")]


def past(lab, binary, root):
    line = {"delay": DELAY}
    with lab.world(Case("bench-past", "100 ms there and back, through a tunnel too", line=line, tunnel=line)) as world:
        seconds, commands = on(world, root), past_the_tunnel(binary)
        times = alone(seconds, commands)
        slowest = max(times, key=times.get)
        check = [binary, "check", "--json"]
        through, both, one = in_turns(seconds, check, [*check, "--past-vpn"], commands[slowest])
    return [("a full check through a tunnel", through, ""),
            ("the same with --past-vpn", both, f"adds {(both - through) / one:.2f} of the host below"),
            (f"the slowest host past the tunnel alone ({slowest})", one, "")]


def black_hole(lab, binary, root):
    with lab.world(Case("bench-black-hole", "everything is dropped", line=drop())) as world:
        took = on(world, root)([binary, "check", "--json", "--timeout", f"{DEADLINE}s"])
    return [(f"a full check, every packet dropped, --timeout {DEADLINE}s", took,
             f"{took / DEADLINE:.2f} of the deadline")]


def main():
    binary = sys.argv[sys.argv.index("--binary") + 1]
    with tempfile.TemporaryDirectory(prefix="fault-lab.") as folder:
        lab = Lab(binary, folder, keep=False)
        root = str(lab.office.root("lab"))
        for part in (healthy, past, black_hole):
            for what, took, remark in part(lab, binary, root):
                print(f"{what:66} {took:6.3f} s  {remark}".rstrip(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
