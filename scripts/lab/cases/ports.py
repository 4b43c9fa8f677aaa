"""Ports and hosts that are closed."""

from cases.base import COURIERS, Case, drop, reset

CASES = [
    Case("push-port-dropped", "a firewall drops TCP 5223", {"push/courier": "warn:fallback-only"},
         line=drop(proto="tcp", ports=[5223])),
    Case("push-port-refused", "a firewall refuses TCP 5223", {"push/courier": "warn:fallback-only"},
         line={"rules": [{"do": "reset", "proto": "tcp", "ports": [5223]}]}),
    Case("couriers-dropped", "the couriers cannot be reached on any port", {"push/courier": "fail:unreachable"},
         line=drop(proto="tcp", to=COURIERS)),
    Case("couriers-unreachable", "a router on the way knows no route to the couriers",
         {"push/courier": "fail:unreachable"}, mac={"router": [f"route add unreachable {net}" for net in COURIERS]}),
    Case("couriers-forbidden", "a firewall on the Mac itself forbids the couriers",
         {"push/courier": "fail:forbidden"}, mac={"ip": [f"route add prohibit {net}" for net in COURIERS]}),
    Case("only-443", "a firewall lets DNS and TCP 443 through, nothing else",
         {"network/internet": "info:port-80-blocked", "tls/certificate-checks": "warn:some",
          "push/courier": "warn:fallback-only", "push/bag": "warn:no-answer", "clock/time-servers": "warn:no-answer"},
         line={"rules": [{"do": "pass", "ports": [53]}, {"do": "pass", "proto": "tcp", "ports": [443]},
                         {"do": "drop"}]}),
]
