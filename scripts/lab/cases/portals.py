"""Captive portals."""

import content
from atlas import APPLE, PORTAL, RESOLVERS
from cases.base import HIDDEN, LOCAL, NO_ALARM, SAME, Case, lie

CAPTIVE = {"network/internet": "fail:captive-portal", **LOCAL, "dns/*": SAME, "*": HIDDEN}


def portal(status, body, **headers):
    """A portal: port 80 is answered by it, everything else but DNS goes nowhere."""
    answer = {"hosts": "*", "ports": [80], "do": "http", "status": status, "body": body, "headers": headers}
    passes = [{"do": "pass", "proto": "tcp", "ports": [53, 80]}, {"do": "pass", "proto": "udp", "ports": [53]}]
    return {"servers": {"services": [answer]}, "line": {"rules": [*passes, {"do": "drop"}]}}


CASES = [
    Case("portal-redirect", "a portal redirects to its login page", CAPTIVE,
         **portal(302, "", Location="http://login.hotel.example/")),
    Case("portal-page", "a portal answers with its login page", CAPTIVE, **portal(200, content.LOGIN_PAGE)),
    Case("portal-511", "a portal asks to log in", CAPTIVE, **portal(511, content.LOGIN_PAGE)),
    Case("portal-dns", "a portal gives its own address for every name",
         {"network/internet": "fail:captive-portal", **LOCAL, "dns/resolver": SAME, "dns/metrics": NO_ALARM,
          "network/*": NO_ALARM, "*": "skip"},
         {**lie("*", "point", RESOLVERS, to=[PORTAL]),
          "services": [{"hosts": "portal", "ports": [80], "do": "http", "status": 302,
                        "headers": {"Location": "http://10.0.0.1/login"}}]},
         line={"rules": [{"do": "pass", "ports": [53]}, {"do": "pass", "to": [f"{PORTAL}/32"]}, {"do": "drop"}]}),
    Case("portal-307", "a portal redirects to its login page for this once", CAPTIVE,
         **portal(307, "", Location="https://login.hotel.example/?mac=00:11:22:33:44:55")),
    Case("portal-lookalike", "a portal's page holds the words of Apple's", CAPTIVE,
         **portal(200, content.LOGIN_PAGE.replace("Please", content.SUCCESS + "Please"))),
    Case("portal-passes-apple", "a portal holds back everything but Apple's own addresses",
         {"network/internet": "pass|warn|info", "network/ip-families": NO_ALARM, "tls/*": NO_ALARM,
          "status/*": "unknown|skip", "clock/offset": NO_ALARM, "dns/*": SAME, "push/*": SAME},
         line={"rules": [{"do": "pass", "ports": [53]}, {"do": "pass", "to": APPLE}, {"do": "drop"}]}),
    Case("portal-passes-apple-but-80", "a portal answers on port 80, and lets Apple's own addresses through on others",
         {"network/internet": "warn:tampered", "network/ip-families": NO_ALARM, "tls/*": NO_ALARM,
          "status/*": "unknown|skip", "clock/offset": NO_ALARM, "dns/*": SAME, "push/courier": SAME, "push/bag": NO_ALARM},
         {"services": [{"hosts": "*", "ports": [80], "do": "http", "status": 302,
                        "headers": {"Location": "http://login.hotel.example/"}}]},
         line={"rules": [{"do": "pass", "ports": [53, 80]}, {"do": "pass", "to": APPLE}, {"do": "drop"}]}, cause=None),
    Case("portal-speaks-tls", "a portal answers everything, TLS with a certificate of its own",
         {"network/internet": "fail:captive-portal", **LOCAL, "dns/*": SAME, "network/*": NO_ALARM,
          "*": "!pass|info|fail|warn"},
         {"services": [{"hosts": "*", "ports": [80], "do": "http", "status": 302,
                        "headers": {"Location": "http://login.hotel.example/"}},
                       {"hosts": "*", "ports": [443], "do": "certificate", "kind": "inspector"}]},
         line={"rules": [{"do": "pass", "ports": [53, 80, 443]}, {"do": "drop"}]}),
]
