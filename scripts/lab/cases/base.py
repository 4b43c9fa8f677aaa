"""What a case is, and the words to write one in."""

import itertools
import time
from dataclasses import dataclass, field

import content
from atlas import PROXY, RESOLVER

COURIERS = ["17.57.144.0/24", "2620:149:a44:100::/64"]
# gsa, gsas, and the region of idmsa and account; iCloud's set-up.
SIGN_IN = ["17.32.194.0/23", "2620:149:af0::/63", "17.179.252.0/24", "17.248.150.0/24", "2620:149:a10::/64"]
PROXY_URL = f"http://{PROXY}:3128"
MINUTE, DAY = 60, 86400

SAME = ""
# Explained by a row that failed.
HIDDEN = "skip:consequence"
# Nothing was seen that would make it true.
NOT_GREEN = "!pass|info"
NO_ALARM = "!fail"
NO_TROUBLE = "!fail|warn"
# What a Mac can tell without any network.
LOCAL = {"network/interface-up": SAME, "dns/hosts-file": SAME, "filters/proxy": SAME}
# The cause of a case is read from what it expects.
FROM_ROWS = "rows"


def cut_off(row, verdict):
    """One row failed that explains everything the network is needed for."""
    return {**LOCAL, row: verdict, "dns/sinkhole": "skip", "dns/aliases": "skip", "*": HIDDEN}


def hidden(*rows):
    return dict.fromkeys(rows, HIDDEN)


@dataclass
class Case:
    """One broken internet.

    `expect` maps ids, or patterns of them, to what the row must be: a status, or `status:reason`, or several of these
    with `|` between them, or with `!` before them what it must not be. An id counts before patterns, an earlier pattern
    before a later one. A row that is not mentioned must be as it is in the healthy case, so most of every report must
    stay green.
    """

    name: str
    what: str
    expect: dict = field(default_factory=dict)
    # For servers.py, wire.py and the Mac's namespace.
    servers: dict = field(default_factory=dict)
    line: dict = field(default_factory=dict)
    mac: dict = field(default_factory=dict)
    # The line of a tunnel that has the default route; then `line` is the one under it.
    tunnel: dict = None
    environment: dict = field(default_factory=dict)
    # Whose root the Mac is given, and whether as the system's or by --cacert.
    trusts: str = "lab"
    by_system: bool = False
    # The row that must be named as the first cause, several with `|` between them, or None where nothing is wrong. If it
    # is not said: the first row that `expect` wants to fail. What only warns is a cause if a code may hang on it.
    cause: str = FROM_ROWS
    # Words that must be said: of a row by its id, or of the first cause by "cause".
    says: dict = field(default_factory=dict)
    # The run's own deadline; 10 s is what the program takes if it is told nothing.
    timeout: str = "10s"
    # What is more given to the program. Where it does not know one of these, the case is left out.
    options: tuple = ()
    # What it says on standard error begins with this; nothing, if it is not said.
    remark: str = ""
    # Judges of what the servers and the line saw: each gets the world and gives complaints.
    watch: tuple = ()

    def causes(self):
        """The rows of which one must be named first, or an empty list."""
        if self.cause != FROM_ROWS:
            return self.cause.split("|") if self.cause else []
        fails = (row for row, wanted in self.expect.items() if "*" not in row and wanted.split(":")[0] == "fail")
        return list(itertools.islice(fails, 1))


def lie(names, do, servers=(RESOLVER,), **more):
    """DNS servers that do not tell the truth about some names."""
    rules = [{"names": name, "do": do, **more} for name in names.split()]
    return {"dns": {server: rules for server in servers}}


def ill(hosts, do, ports=(443, 5223), **more):
    """Servers that misbehave on some ports."""
    return {"services": [{"hosts": host, "ports": list(ports), "do": do, **more} for host in hosts.split()]}


def drop(**which):
    return {"rules": [{"do": "drop", **which}]}


def reset(**which):
    return {"rules": [{"do": "reset", **which}]}


def feed(**answer):
    return ill("www.apple.com", "http", **answer)


def feed_with(status, service, state="ongoing"):
    return feed(body=content.feed({service: [content.event(status, time.time(), state)]}))
