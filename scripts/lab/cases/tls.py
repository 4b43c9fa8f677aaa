"""TLS: somebody reads it, or it comes to nothing."""

from cases.base import HIDDEN, NOT_GREEN, Case, ill

ONE_HOST = {"tls/rate-limit": "skip|unknown"}
INSPECTED = {"tls/inspection": "fail:inspected", "tls/certificates": NOT_GREEN, "tls/*": f"pass|{HIDDEN}",
             "push/courier": f"pass|{HIDDEN}"}

CASES = [
    Case("inspection", "TLS is read by a root that the Mac does not know",
         {"tls/rate-limit": "skip", "status/*": HIDDEN, **INSPECTED}, ill("*", "certificate", kind="inspector")),
    Case("inspection-trusted", "TLS is read by a root that the Mac trusts", INSPECTED,
         ill("*", "certificate", kind="inspector"), trusts="inspection", by_system=True),
    Case("certificate-expired", "a sign-in host shows an expired certificate", {"tls/certificates": "fail:expired"},
         ill("idmsa.apple.com", "certificate", kind="expired")),
    Case("certificate-of-another", "a sign-in host shows the certificate of another name",
         {"tls/certificates": "fail:other-server"}, ill("idmsa.apple.com", "certificate", kind="wrong")),
    Case("handshake-stalls", "a sign-in host never answers the handshake",
         {"tls/sign-in": "fail:stalled", **ONE_HOST}, ill("gsa.apple.com", "stall")),
    Case("handshake-drips", "the handshake comes byte by byte",
         {"tls/sign-in": "fail:stalled", **ONE_HOST}, ill("gsa.apple.com", "drip")),
    Case("handshake-garbage", "what answers on 443 does not speak TLS",
         {"tls/sign-in": "fail:not-tls", **ONE_HOST}, ill("gsa.apple.com", "garbage")),
    Case("handshake-reset", "connections are reset at the first word",
         {"tls/sign-in": "fail:cut", **ONE_HOST}, ill("gsa.apple.com", "cut")),
    Case("handshake-cut", "connections are cut in the middle of the handshake",
         {"tls/sign-in": "fail:cut", **ONE_HOST}, ill("gsa.apple.com", "half")),
    Case("handshake-closed", "connections are closed without a word",
         {"tls/sign-in": "fail:cut", **ONE_HOST}, ill("gsa.apple.com", "close")),
    Case("one-host-down", "one sign-in host does not answer", {"tls/sign-in": "fail:unreachable"},
         line={"rules": [{"do": "drop", "to": ["17.32.195.0/24", "2620:149:af1::/64"]}]}),
]
