"""What codesent said, and whether it is what had to be said."""

import fnmatch
import json

from cases.base import Case

# Rows about the network. The others need a Mac, and are the same in every case.
GROUPS = ("network", "dns", "tls", "push", "status", "clock", "vpn", "filters")
# Asked only when names fail, and only a Mac can say whom.
ASKED_ON_A_MAC = ("dns/own-servers",)


class Report:
    """A report as `codesent check --json` prints it."""

    def __init__(self, text):
        document = json.loads(text)
        rows = document["checks"]
        self.rows = {row["id"]: row for row in rows if row["group"] in GROUPS}
        self.cause = next((cause["id"] for cause in document["causes"]), None)
        self.statement = next((cause["statement"] for cause in document["causes"]), "nothing")
        self.suspects = [suspect["id"] for suspect in document["suspects"]]
        self.said = {"cause": self.statement, "proof": document["proof"] or "nothing", "headline": document["headline"],
                     "suspect": next((suspect["what"] for suspect in document["suspects"]), "nothing")}
        statuses = {row["status"] for row in rows}
        self.exit = 1 if "fail" in statuses else 3 if "unknown" in statuses else 0

    def words(self, of):
        """What is said of a row, or under one of the names of `said`."""
        return self.said.get(of) or self.rows[of]["saw"]

    def of(self, row):
        return f"{self.rows[row]['status']}:{self.rows[row]['reason'] or ''}"


def fits(seen, wanted):
    """Whether `pass:` or `fail:unreachable` is one of the wanted; after a `!`, whether it is none of them."""
    status = seen.split(":")[0]
    among = any(choice in (seen, status) for choice in wanted.removeprefix("!").split("|"))
    return among != wanted.startswith("!")


def complain_of_healthy(report):
    """Where nothing is wrong, every row is green, and nothing is named as a cause."""
    complaints = [f"{row} is {report.of(row)} ({report.rows[row]['saw']})" for row in report.rows
                  if not fits(report.of(row), "pass|info|skip:needs-mac|skip:leaves-tunnel|skip:elsewhere")]
    return complaints + ([f"names a cause: {report.cause} ({report.statement})"] if report.cause else [])


def complain(case, report, healthy):
    """What is not as the case expects it, or as it was where nothing is wrong."""
    missing = [pattern for pattern in case.expect if not fnmatch.filter(report.rows, pattern)]
    complaints = [f"no row is called {pattern}" for pattern in missing]
    for row in report.rows:
        wanted = _wanted(case, row, healthy.of(row))
        if not fits(report.of(row), wanted):
            complaints.append(f"{row} is {report.of(row)}, not {wanted} ({report.rows[row]['saw']})")
        cause = report.rows[row]["because_of"]
        if cause and report.rows.get(cause, {}).get("status") != "fail":
            complaints.append(f"{row} is said to be so because of {cause}, which did not fail")
    if (report.cause or None) not in (case.causes() or [None]):
        first = f"{report.cause} ({report.statement})" if report.cause else "nothing"
        complaints.append(f"names {first} as the first cause, not {' or '.join(case.causes()) or 'nothing'}")
    complaints += [f"says of {of} “{report.words(of)}”, without “{words}”"
                   for of, words in case.says.items() if words not in report.words(of)]
    return complaints


# Asked only where another answer calls for it, which off a Mac depends on tools that are not there.
ON_DEMAND = ("dns/own-servers", "filters/proxy-script")


def _wanted(case, row, healthy):
    in_short = "" if case.timeout == Case.timeout else "|unknown:timed-out"
    if healthy == "skip:needs-mac" and row not in case.expect:
        # A short run may not even come to that, and some rows need no more of a Mac than the tool that is here.
        return "pass|info|skip" if "scutil" in case.mac else f"{healthy}{in_short}"
    if row in ON_DEMAND and row not in case.expect:
        return f"pass|info|skip{in_short}"
    if row == "tls/china" and row not in case.expect:
        # Nobody there is in China, so whatever is broken is none of its business.
        return f"skip:elsewhere{in_short}"
    if row == "tls/pages" and row not in case.expect:
        # What keeps the pages away is told by the row that it hangs on, and on a slow line they wait for the rest.
        return f"{healthy}|skip:consequence|unknown:no-answer|unknown:timed-out"
    if healthy == "skip:leaves-tunnel" and row not in case.expect:
        return "skip"
    texts = (text for pattern, text in case.expect.items() if fnmatch.fnmatch(row, pattern))
    return case.expect.get(row, next(texts, "")) or healthy


def complain_of_requests(requests, hosts, healthy, in_china):
    """Whatever is broken: only declared hosts are asked, sign-in at most once, China's by those in China alone, and nothing
    is ever sent to them."""
    asked = {request["dns"] for request in requests if "dns" in request}
    complaints = [f"looked up {name}, which it does not declare" for name in sorted(asked - set(hosts))]
    chinas = {host for host in hosts if host.endswith(".cn")}
    if not in_china:
        reached = {request["tls"] for request in requests if "tls" in request}
        complaints += [f"asked for {name}, which is for those in China" for name in sorted((asked | reached) & chinas)]
    if healthy:
        complaints += [f"declares {name}, and never looks it up" for name in sorted(set(hosts) - chinas - asked)]
    http = [request["http"] for request in requests if "http" in request]
    complaints += [f"sent {line}" for line in http if line.split()[0] not in ("GET", "HEAD")]
    gsa = [line for line in http if "gsa.apple.com" in line]
    if len(gsa) > 1:
        complaints.append(f"asked gsa.apple.com {len(gsa)} times in one run")
    return complaints
