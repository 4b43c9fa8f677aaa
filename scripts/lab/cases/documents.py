"""What web servers send: Apple's status feed above all."""

import json

from cases.base import HIDDEN, NO_ALARM, NO_TROUBLE, Case, feed, feed_with, ill

STATUS_UNREADABLE = {"status/*": "unknown:unreadable"}

CASES = [
    Case("status-outage", "Apple reports an outage of sign-in", {"status/icloud-sign-in": "fail:outage"},
         feed_with("Outage", "iCloud Account & Sign In")),
    Case("status-issue", "Apple reports slow iMessage", {"status/imessage": "warn:issue"},
         feed_with("Performance", "iMessage")),
    Case("status-malformed", "the status feed is not JSON", STATUS_UNREADABLE, feed(body="<html>Sorry</html>")),
    Case("status-huge", "the status feed is far too large", STATUS_UNREADABLE,
         feed(body=json.dumps({"services": [], "filler": "x" * 3_000_000}))),
    Case("status-endless", "the status feed never ends", STATUS_UNREADABLE, ill("www.apple.com", "endless")),
    Case("status-drips", "the status feed comes byte by byte", {"status/*": "unknown:no-answer"},
         ill("www.apple.com", "slow")),
    Case("status-cut", "the status feed ends too early", {"status/*": "unknown"}, ill("www.apple.com", "truncated")),
    Case("status-gone", "the status feed is not there", {"status/*": "unknown:odd-answer"},
         feed(status=404, body="not found")),
    Case("status-bomb", "the status feed unpacks to twenty megabytes", STATUS_UNREADABLE, ill("www.apple.com", "bomb")),
    Case("status-redirected", "the status feed redirects to a host that is not Apple's", {"status/*": "unknown"},
         feed(status=302, body="", headers={"Location": "https://status.example/feed.js"})),
    Case("status-redirected-to-http", "the status feed redirects to a page without TLS", {"status/*": "unknown"},
         feed(status=301, body="", headers={"Location": "http://captive.apple.com/hotspot-detect.html"})),
    Case("status-redirected-in-circles", "the status feed redirects to itself", {"status/*": "unknown"},
         feed(status=302, body="", headers={"Location": "/support/systemstatus/data/system_status_en_US.js"})),
    Case("status-over", "Apple reports an outage that is over", servers=feed_with("Outage", "iMessage", "resolved")),
    Case("status-push-outage", "Apple reports an outage of push, and no courier answers",
         {"status/push": "fail:outage", "push/courier": f"fail|{HIDDEN}", "tls/inspection": NO_ALARM,
          "tls/certificates": NO_ALARM},
         {"services": [*feed_with("Outage", "APNS")["services"], *ill("*-courier.push.apple.com", "stall")["services"]]},
         cause="status/push"),
    Case("captive-endless", "the test page never ends, and Apple's servers answer", {"network/internet": "warn|info"},
         ill("captive.apple.com", "endless", ports=[80])),
    Case("captive-slow", "the test page comes byte by byte, and Apple's servers answer", {"network/internet": "warn|info"},
         ill("captive.apple.com", "slow", ports=[80])),
    Case("bag-gone", "the bag of push is not there", {"push/bag": "warn|info"},
         ill("init-p01st.push.apple.com", "http", ports=[80], status=404, body="")),
    Case("gsa-turns-away", "sign-in answers that there were too many tries", {"tls/rate-limit": "fail|warn"},
         ill("gsa.apple.com", "http", status=429, body=""), cause="tls/rate-limit"),
    Case("gsa-unavailable", "sign-in answers that it is not available", {"tls/rate-limit": "fail|warn"},
         ill("gsa.apple.com", "http", status=503, body=""), cause="tls/rate-limit"),
    Case("gsa-redirects", "sign-in redirects to another host, where nobody follows", {"tls/rate-limit": NO_TROUBLE},
         ill("gsa.apple.com", "http", status=302, body="", headers={"Location": "https://elsewhere.example/"})),
]
