"""DNS: resolvers that are dead, slow, or do not tell the truth."""

import scutil
from atlas import BLOCK_PAGE, NOBODY, RESOLVER, RESOLVERS, SECOND_RESOLVERS
from cases.base import HIDDEN, LOCAL, NO_ALARM, NO_TROUBLE, NOT_GREEN, SAME, Case, cut_off, drop, hidden, lie
from cases.link import NOTHING_GETS_OUT

RESOLVER_DOWN = cut_off("dns/resolver", "fail:local-down")
# Whatever else is seen, nothing is broken.
NO_DOUBT = {"*": NO_TROUBLE}

CASES = [
    Case("dns-dead", "the router's resolver does not answer", RESOLVER_DOWN, lie("*", "drop")),
    Case("dns-servfail", "the resolver fails for every name", RESOLVER_DOWN, lie("*", "servfail")),
    Case("dns-all-dropped", "port 53 is closed altogether", NOTHING_GETS_OUT, line=drop(ports=[53])),
    Case("dns-slow", "the resolver takes two seconds", {"dns/resolver": "warn:slow"},
         lie("*", "slow", seconds=2)),
    Case("dns-sinkhole-push", "a blocklist sends the push names to 0.0.0.0",
         {"dns/sinkhole": "fail:blocked", **hidden("dns/apple-push", "tls/web-codes", "push/courier", "push/bag")},
         lie("*push.apple.com", "point", to=["0.0.0.0", "::"])),
    Case("dns-sinkhole-sign-in", "a blocklist sends sign-in to 127.0.0.1",
         {"dns/sinkhole": "fail:blocked", **hidden("dns/sign-in", "tls/sign-in", "tls/rate-limit")},
         lie("gsa.apple.com gsas.apple.com", "point", to=["127.0.0.1"])),
    Case("dns-nxdomain", "the resolver denies Apple's names and no others",
         {"dns/sinkhole": "fail:blocked", **LOCAL, "dns/resolver": SAME, "dns/aliases": SAME, "dns/metrics": NO_ALARM,
          "*": HIDDEN},
         lie("*apple.com *icloud.com", "nxdomain")),
    Case("dns-block-page", "the resolver sends sign-in to a block page",
         {"dns/sinkhole": "fail:blocked", "dns/sign-in": HIDDEN, "tls/sign-in": NOT_GREEN,
          "tls/certificates": NOT_GREEN, "tls/inspection": HIDDEN, "tls/rate-limit": "skip"},
         lie("gsa.apple.com idmsa.apple.com", "point", to=[BLOCK_PAGE])),
    Case("dns-hijacked", "whichever resolver is asked, push names do not exist",
         {"dns/sinkhole": "info:same-everywhere", "dns/apple-push": "fail:none-resolve",
          **hidden("tls/web-codes", "push/courier", "push/bag")},
         lie("*push.apple.com", "nxdomain", RESOLVERS)),
    Case("dns-seconds-dropped", "only the network's own resolver may be asked",
         line=drop(ports=[53], to=[f"{server}/32" for server in SECOND_RESOLVERS])),
    Case("hosts-file", "a line in /etc/hosts blocks sign-in",
         {"dns/hosts-file": "fail:blocks-needed",
          **hidden("dns/sinkhole", "dns/sign-in", "tls/sign-in", "tls/rate-limit")},
         mac={"hosts": ["0.0.0.0 gsa.apple.com"]}),
    # Late, broken and odd answers
    Case("dns-late", "the resolver takes three and a half seconds", {"dns/resolver": "warn:slow", **NO_DOUBT},
         lie("*", "slow", seconds=3.5)),
    Case("dns-late-for-sign-in", "names of sign-in come after seven seconds, others at once",
         {"dns/sign-in": "warn|fail", "tls/sign-in": NOT_GREEN, "tls/rate-limit": NOT_GREEN, "dns/resolver": SAME,
          "dns/sinkhole": NO_ALARM, "*": NO_ALARM},
         lie("gsa.apple.com gsas.apple.com", "slow", seconds=7), cause="dns/sign-in|tls/sign-in"),
    Case("dns-truncated", "answers over UDP are cut off, and whole over TCP", servers=lie("*", "truncate")),
    Case("dns-truncated-for-good", "answers over UDP are cut off, and TCP to port 53 is closed", RESOLVER_DOWN,
         lie("*", "truncate"), line=drop(proto="tcp", ports=[53], to=[f"{RESOLVER}/32"])),
    Case("dns-loops", "the aliases of sign-in lead in a circle",
         {"dns/sinkhole": "fail", **hidden("dns/sign-in", "tls/sign-in", "tls/rate-limit"), "dns/aliases": NO_ALARM},
         lie("gsa.apple.com gsas.apple.com", "loop"), cause="dns/sinkhole|dns/sign-in"),
    Case("dns-wrong-id", "the resolver answers other questions than it was asked", RESOLVER_DOWN, lie("*", "wrong-id")),
    Case("dns-refused", "the resolver refuses every name", RESOLVER_DOWN, lie("*", "refused")),
    Case("dns-servfail-sign-in", "the resolver fails for the names of sign-in",
         {"dns/sign-in": f"fail|{HIDDEN}", "dns/sinkhole": "fail|pass|info",
          **hidden("tls/sign-in", "tls/rate-limit")},
         lie("gsa.apple.com gsas.apple.com", "servfail"), cause="dns/sinkhole|dns/sign-in"),
    Case("dns-servfail-push", "the resolver fails for the names of push",
         {"dns/apple-push": f"fail|{HIDDEN}", "dns/sinkhole": "fail|pass|info",
          **hidden("tls/web-codes", "push/courier", "push/bag")},
         lie("*push.apple.com", "servfail"), cause="dns/sinkhole|dns/apple-push"),
    Case("dns-nodata-sign-in", "the names of sign-in exist without an address",
         {"dns/sinkhole": "fail:blocked", **hidden("dns/sign-in", "tls/sign-in", "tls/rate-limit")},
         lie("gsa.apple.com gsas.apple.com", "nodata")),
    Case("dns-private-address", "the resolver sends sign-in to an address in a private network, where nobody is",
         {"dns/sinkhole": "fail:blocked", **hidden("dns/sign-in", "tls/sign-in", "tls/rate-limit")},
         lie("gsa.apple.com gsas.apple.com", "point", to=[NOBODY])),
    # What the Mac's own servers say of it, asked directly
    *(Case(f"dns-own-{name}", f"the resolver {what} the names of sign-in, and says so when it is asked directly",
           {"dns/own-servers": f"info:{reason}", "dns/sign-in": f"fail|{HIDDEN}", "dns/sinkhole": "fail|pass|info",
            **hidden("tls/sign-in", "tls/rate-limit")},
           lie("gsa.apple.com gsas.apple.com", do), mac={"scutil": {}}, cause="dns/sinkhole|dns/sign-in",
           says={"dns/own-servers": f"{RESOLVER} {words}"})
      for name, what, do, reason, words in (
          ("servfail", "fails for", "servfail", "fails", "fails to look up gsa.apple.com"),
          ("refused", "refuses", "refused", "refuses", "refuses to look up gsa.apple.com"),
          ("nxdomain", "denies", "nxdomain", "denies", "says that gsa.apple.com does not exist"))),
    # Whose server it is that does not answer
    *(Case(f"dns-dead-{name}", f"no name is answered, and {what}",
           {**cut_off("dns/resolver", f"fail:{reason}"), "dns/own-servers": says, "dns/servers": NO_ALARM if server else "fail:none",
            "filters/dns-proxy": NO_ALARM},
           lie("*", "drop"), mac={"scutil": scutil.dns_at(server)}, says={"dns/resolver": words})
      for name, what, server, reason, says, words in (
          ("far", "the server that is set is on no network here", "10.88.0.1", "far-down", "info:silent", "10.88.0.1"),
          ("operator", "the server that is set is a VPN's", "103.86.96.100", "operator-down", "info:silent", "NordVPN"),
          ("program", "the server that is set is a program on this Mac, which is gone", "127.0.0.1", "program-down",
           "info:silent", "127.0.0.1"),
          ("none", "macOS has no server to ask", None, "no-server", "pass|skip", "nobody to ask"),
          ("here", "the server that is set answers whoever asks it directly", SECOND_RESOLVERS[0], "held-back",
           "info:answers", "on this Mac"))),
    Case("dns-metrics-blocked", "a blocklist denies the names of advertising and metrics, as it should",
         {"dns/metrics": NO_ALARM}, lie("metrics.icloud.com *iadsdk.apple.com", "nxdomain")),
    Case("dns-relay-denied", "the network asks not to use Private Relay, as it may",
         {"dns/private-relay": NO_TROUBLE}, lie("mask*.icloud.com", "nxdomain")),
    Case("dns-aliases-blocked", "a blocklist denies the names that Apple's are aliases of",
         {"dns/aliases": NOT_GREEN, "*": NO_ALARM}, lie("*.akadns.net", "nxdomain")),
    Case("dns-dies", "the resolver answers the first forty queries and dies",
         {"dns/metrics": NO_ALARM, "dns/aliases": NO_ALARM, "dns/private-relay": NO_ALARM, "dns/sign-in": SAME,
          "tls/sign-in": SAME, "push/courier": SAME, "*": NO_ALARM},
         lie("*", "die", after=40), cause=None),
]
