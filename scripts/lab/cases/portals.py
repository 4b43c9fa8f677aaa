"""Captive portals."""

import content
from atlas import PORTAL, RESOLVERS
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
]
