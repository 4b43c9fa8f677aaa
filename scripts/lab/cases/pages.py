"""What the sign-in pages say behind a good handshake, and the servers that only China mainland has."""

from cases.base import NO_TROUBLE, Case, drop, ill

SQUID = {"Server": "squid/6.6"}
IN_CHINA = {"region": "zh_CN"}
# A home folder with nothing in it but the region: nobody is signed in.
HOME = {"push/last-contact": "info:none"}


def page(host, status, location=None, **headers):
    headers = {**headers, **({"Location": location} if location else {})}
    return ill(host, "http", status=status, body="", headers=headers)


def asks_china(world):
    """It does ask them there, so it would be seen if it did elsewhere."""
    asked = {request["dns"] for request in world.requests() if "dns" in request}
    return [] if any(host.endswith(".cn") for host in asked) else ["asked none of China's servers"]


CASES = [
    Case("page-502", "the page that signs in on the web is out of order", {"tls/pages": "warn:out-of-order"},
         page("idmsa.apple.com", 502), cause=None, says={"tls/pages": "idmsa.apple.com is out of order (502)"}),
    Case("page-503", "the account's page turns everybody away for now", {"tls/pages": "warn:out-of-order"},
         page("account.apple.com", 503), cause=None,
         says={"tls/pages": "account.apple.com turns requests away for now (503)"}),
    Case("page-blocked", "the sign-in page leads to a block page", {"tls/pages": "warn:block-page"},
         page("idmsa.apple.com", 302, "https://block.example.com/denied?user=1"), cause="tls/pages",
         says={"tls/pages": "idmsa.apple.com sends to another host (302)"}),
    Case("page-of-a-box", "a box on the way says no in its own name", {"tls/pages": "fail:box-answers"},
         page("idmsa.apple.com", 403, **SQUID), cause="tls/pages", says={"tls/pages": "squid"}),
    Case("page-451", "somebody's page says that the law forbids it", {"tls/pages": "warn:block-page"},
         page("account.apple.com", 451), cause="tls/pages"),
    # What public clients see of a page that is in order.
    Case("page-refuses-question", "the sign-in page wants no question for its headers alone", {"tls/pages": "pass"},
         page("idmsa.apple.com", 405)),
    Case("page-leads-on", "the account's page leads on to another of Apple's", {"tls/pages": "pass"},
         page("account.apple.com", 302, "https://www.icloud.com/")),
    Case("page-leads-in-http", "the sign-in page leads on without TLS", {"tls/pages": "pass"},
         page("idmsa.apple.com", 301, "http://www.apple.com/")),
    Case("china", "nothing is wrong, and the region is China mainland", {"tls/china": "pass", **HOME}, mac=IN_CHINA,
         cause="account/icloud", watch=(asks_china,)),
    Case("china-is-elsewhere", "nothing is wrong, and the region is Taiwan", {"tls/china": "skip:elsewhere", **HOME},
         mac={"region": "zh-Hant_TW"}, cause="account/icloud"),
    Case("china-set-up-dropped", "China's servers do not answer, and the region is China mainland",
         {"tls/china": "warn:unreachable", "network/*": NO_TROUBLE, **HOME}, mac=IN_CHINA,
         line=drop(to=["23.33.41.0/24"]), cause="account/icloud", watch=(asks_china,)),
]
