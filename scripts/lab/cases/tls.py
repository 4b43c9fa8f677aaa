"""TLS: somebody reads it, or it comes to nothing."""

from cases.base import HIDDEN, NO_ALARM, NOT_GREEN, SAME, Case, ill

ONE_HOST = {"tls/rate-limit": "skip|unknown"}
INSPECTED = {"tls/inspection": "fail:inspected", "tls/certificates": NOT_GREEN, "tls/*": f"pass|{HIDDEN}",
             "push/courier": f"pass|{HIDDEN}"}

# Not the large packets are lost: somebody swallows the handshake.
SWALLOWED = {"network/full-packets": "unknown:swallowed", "network/ip-families": NOT_GREEN, "network/*": NO_ALARM,
             "tls/certificate-checks": NOT_GREEN, "tls/*": "!pass|info", "push/courier": f"fail|{HIDDEN}",
             "status/*": NOT_GREEN, "clock/*": NO_ALARM, "filters/proxy": SAME}

OTHERS_READ = ill("www.apple.com iforgot.apple.com", "certificate", kind="inspector")

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
    Case("certificate-early", "a sign-in host shows a certificate that is not valid yet",
         {"tls/certificates": "fail:not-yet-valid"}, ill("idmsa.apple.com", "certificate", kind="early")),
    Case("certificate-huge", "a sign-in host shows a certificate of 200 kB",
         {"tls/sign-in": "pass|unknown", "tls/certificates": NO_ALARM, "network/*": NO_ALARM},
         ill("idmsa.apple.com", "certificate", kind="huge"), cause=None),
    Case("inspection-hostile", "TLS is read by somebody whose name would paint the terminal and say that all is well",
         {"tls/rate-limit": "skip", "status/*": HIDDEN, **INSPECTED}, ill("*", "certificate", kind="hostile")),
    Case("inspection-of-sign-in", "TLS with the sign-in hosts is read, with nobody else",
         {**INSPECTED, "tls/inspection": "fail:inspected-some", "tls/rate-limit": "skip", "tls/web-codes": SAME, "tls/identity": SAME, "push/courier": SAME},
         ill("gsa.apple.com gsas.apple.com idmsa.apple.com", "certificate", kind="inspector")),
    Case("inspection-of-push", "TLS with the couriers is read, on their own port and on 443",
         {"tls/inspection": "fail:inspected-some", "push/courier": HIDDEN, "tls/certificates": NO_ALARM},
         ill("*-courier.push.apple.com", "certificate", kind="inspector")),
    Case("handshake-alert", "a sign-in host ends the handshake with an alert",
         {"tls/sign-in": "fail:tls-failed", **ONE_HOST}, ill("gsa.apple.com", "alert")),
    Case("all-stall", "every server takes connections and never answers the handshake", SWALLOWED, ill("*", "stall"),
         cause="tls/sign-in|tls/inspection"),
    # A box on the way that reads which name is asked for
    Case("name-reset", "connections are reset that ask for gsa.apple.com", {"tls/sign-in": "fail:cut", **ONE_HOST},
         line={"rules": [{"do": "reset", "says": ["gsa.apple.com"]}]}),
    Case("name-dropped", "what asks for gsa.apple.com is dropped", {"tls/sign-in": "fail:stalled", **ONE_HOST},
         line={"rules": [{"do": "drop", "says": ["gsa.apple.com"]}]}),
    Case("names-of-push-reset", "connections are reset that ask for a courier",
         {"push/courier": "fail"}, line={"rules": [{"do": "reset", "says": ["courier.push.apple.com"]}]}),
    Case("hello-dropped", "the first packet of every handshake is dropped, whatever its size", SWALLOWED,
         line={"rules": [{"do": "drop", "hello": True}]}, cause="tls/sign-in|tls/inspection"),
    # What no code hangs on is read
    Case("inspection-of-others", "TLS with Apple's web site and the page for locked accounts is read, with nobody else",
         {"tls/inspection": "warn:inspected-others", "tls/recovery": "warn:inspected", "status/*": NOT_GREEN},
         OTHERS_READ, cause=None),
    Case("inspection-of-others-and-silence", "TLS with Apple's web site is read, and gsa never answers the handshake",
         {"tls/inspection": "fail:inspected-some", "tls/sign-in": HIDDEN, "tls/recovery": HIDDEN, "tls/rate-limit": "skip|unknown",
          "status/*": NOT_GREEN},
         {"services": [*OTHERS_READ["services"], *ill("gsa.apple.com", "stall")["services"]]}),
    Case("inspection-of-one-courier", "TLS with one courier in three is read",
         {"tls/inspection": "fail:inspected-some", "tls/certificates": HIDDEN, "push/courier": f"pass|{HIDDEN}"},
         ill("24-courier.push.apple.com", "certificate", kind="inspector")),
    # Couriers that take connections, and more
    Case("couriers-stall", "the couriers take connections and never answer the handshake", {"push/courier": "fail:unreachable"},
         ill("*-courier.push.apple.com", "stall")),
    Case("couriers-alert", "the couriers end every handshake with an alert", {"push/courier": "fail:unreachable"},
         ill("*-courier.push.apple.com", "alert")),
    Case("push-port-garbage", "what answers on 5223 does not speak TLS, and 443 is well", {"push/courier": "warn:fallback-only"},
         ill("*-courier.push.apple.com", "garbage", ports=(5223,))),
    # Two at once
    Case("inspection-and-hosts-file", "TLS is read, and a line in /etc/hosts blocks sign-in",
         {**INSPECTED, "dns/hosts-file": "fail:blocks-needed", "dns/*": "pass|info|skip", "tls/rate-limit": "skip",
          "tls/sign-in": "skip", "tls/certificates": NOT_GREEN, "status/*": HIDDEN},
         ill("*", "certificate", kind="inspector"), mac={"hosts": ["0.0.0.0 gsas.apple.com"]},
         cause="dns/hosts-file|tls/inspection"),
]
