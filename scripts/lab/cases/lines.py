"""Bad lines."""

from cases.base import HIDDEN, NO_ALARM, NOT_GREEN, SAME, Case, hidden

CASES = [
    Case("packet-loss", "one packet in five is lost, each way",
         {"dns/*": SAME, "tls/sign-in": SAME, "*": NO_ALARM}, line={"loss": 5}),
    Case("slow-line", "there and back takes 600 ms", {"network/quick-enough": NO_ALARM}, line={"delay": 0.3}),
    Case("large-packets-lost", "packets longer than 1300 bytes are lost without a word",
         {"network/full-packets": "fail:stalled", "tls/certificate-checks": NOT_GREEN, "network/ip-families": NOT_GREEN,
          **hidden("tls/*", "push/courier", "status/*")},
         line={"limit": 1300}),
]
