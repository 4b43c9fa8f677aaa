"""Proxies."""

import scutil
from atlas import PORTAL, PROXY, RESOLVER
from cases.base import HIDDEN, LOCAL, NO_ALARM, NOT_GREEN, PROXY_URL, SAME, Case, ill, lie

PROXY_REFUSES = {"filters/proxy": "fail", "tls/rate-limit": "skip|unknown", "status/*": "skip|unknown"}
ONLY_BY_PROXY = {**LOCAL, "filters/proxy": "info:passes", "network/internet": "info:only-by-proxy",
                 "network/*": "skip:only-by-proxy", "tls/*": "pass|info:only-by-proxy", "push/*": "info:only-by-proxy",
                 "clock/time-servers": "warn:no-answer"}
ONLY_PROXY = [{"do": "pass", "to": [f"{PROXY}/32"]}, {"do": "drop"}]

# A script that names the proxy, and nothing as the way for what is near.
SCRIPT = f"""// Chooses by name.
function FindProxyForURL(url, host) {{
    if (isPlainHostName(host)) return "DIRECT";
    return "PROXY {PROXY}:3128";
}}
"""
NAMED = f"{PROXY}:3128"
# What a proxy of the script says is a cause; a script or proxy that is silent may be that of another place.
STOP = ("warn:refused", "warn:wants-password", "warn:inspected")


def script(name, what, verdict, words, servers=None, body=SCRIPT, status=200):
    """macOS has the address of a script, which is fetched from the network's own web server."""
    servers = servers or {}
    services = [*ill("portal", "http", ports=[80], status=status, body=body)["services"], *servers.get("services", [])]
    return Case(f"script-{name}", what, {"filters/proxy-script": verdict, "filters/proxy": "info:pac"},
                {**servers, "services": services}, mac={"scutil": scutil.script_at(f"http://{PORTAL}/proxy.pac")},
                cause="filters/proxy-script" if verdict in STOP else None,
                says={"filters/proxy-script": words})


CASES = [
    Case("proxy-works", "there is no way out but the proxy, and it works",
         ONLY_BY_PROXY, environment={"HTTPS_PROXY": PROXY_URL},
         line={"rules": [{"do": "pass", "ports": [53]}, *ONLY_PROXY]}),
    Case("proxy-looks-up", "no way out but the proxy, which also looks up names",
         {**ONLY_BY_PROXY, "dns/*": NO_ALARM}, lie("*", "nxdomain"), environment={"HTTPS_PROXY": PROXY_URL},
         line={"rules": [{"do": "pass", "to": [f"{RESOLVER}/32"]}, *ONLY_PROXY]}),
    Case("proxy-inspects", "no way out but the proxy, and it reads TLS",
         {**ONLY_BY_PROXY, "tls/inspection": "fail:inspected", "tls/certificates": NOT_GREEN, "tls/rate-limit": "skip",
          "tls/*": f"info:only-by-proxy|{HIDDEN}", "push/courier": f"info:only-by-proxy|{HIDDEN}", "status/*": HIDDEN,
          "filters/proxy": HIDDEN, "clock/offset": "unknown"},
         ill("*", "certificate", kind="inspector"), environment={"HTTPS_PROXY": PROXY_URL},
         line={"rules": [{"do": "pass", "ports": [53]}, *ONLY_PROXY]}),
    Case("proxy-refuses", "the proxy refuses Apple's hosts", PROXY_REFUSES, {"proxy": "403 Forbidden"},
         environment={"HTTPS_PROXY": PROXY_URL}),
    Case("proxy-login", "the proxy asks for a name and a password", PROXY_REFUSES,
         {"proxy": "407 Proxy Authentication Required"}, environment={"HTTPS_PROXY": PROXY_URL}),
    Case("proxy-gone", "nothing answers where the proxy should be", PROXY_REFUSES,
         environment={"HTTPS_PROXY": f"http://{PROXY}:3129"}),
    Case("proxy-late", "the proxy takes two seconds for each answer, and there is no way out but it", ONLY_BY_PROXY,
         {"proxy_late": 2}, environment={"HTTPS_PROXY": PROXY_URL},
         line={"rules": [{"do": "pass", "ports": [53]}, *ONLY_PROXY]}),
    Case("proxy-stalls", "the proxy takes connections and never answers", PROXY_REFUSES, {"proxy": "stall"},
         environment={"HTTPS_PROXY": PROXY_URL}),
    Case("proxy-cuts", "the proxy cuts every connection", PROXY_REFUSES, {"proxy": "cut"},
         environment={"HTTPS_PROXY": PROXY_URL}),
    Case("proxy-is-none", "what answers where the proxy should be is none", PROXY_REFUSES, {"proxy": "garbage"},
         environment={"HTTPS_PROXY": PROXY_URL}),
    Case("proxy-login-only-way", "no way out but the proxy, which asks for a name and a password",
         {**LOCAL, "filters/proxy": "fail", "network/internet": "!pass", "dns/*": SAME, "*": "!pass|info"},
         {"proxy": "407 Proxy Authentication Required"}, environment={"HTTPS_PROXY": PROXY_URL},
         line={"rules": [{"do": "pass", "ports": [53]}, *ONLY_PROXY]}, cause="filters/proxy"),
    Case("proxy-refuses-only-way", "no way out but the proxy, which refuses Apple's hosts",
         {**LOCAL, "filters/proxy": "fail", "network/internet": "!pass", "dns/*": SAME, "*": "!pass|info"},
         {"proxy": "403 Forbidden"}, environment={"HTTPS_PROXY": PROXY_URL},
         line={"rules": [{"do": "pass", "ports": [53]}, *ONLY_PROXY]}, cause="filters/proxy"),
    Case("proxy-reads-two", "the proxy reads TLS with gsas and the identity services, and with nobody else",
         {"tls/inspection": "fail:inspected-some", "filters/proxy": NOT_GREEN, "tls/certificates": NOT_GREEN},
         {"proxy_reads": ["gsas.apple.com", "*.ess.apple.com"]}, environment={"HTTPS_PROXY": PROXY_URL}),
    Case("proxy-and-way-out", "a proxy that works, and a way out that works", {"filters/proxy": "info:passes"},
         environment={"HTTPS_PROXY": PROXY_URL}),
    Case("proxy-set", "macOS has a proxy set, which works, as does the way out",
         {"filters/proxy": "info:passes"}, mac={"scutil": scutil.proxy_at(PROXY, 3128)}),
    script("names-proxy", "a script names a proxy that works", "info:passes", NAMED),
    script("names-login", "a script names a proxy that asks for a name and a password", "warn:wants-password",
           "407", {"proxy": "407 Proxy Authentication Required"}),
    script("names-refusal", "a script names a proxy that refuses Apple's hosts", "warn:refused", "403",
           {"proxy": "403 Forbidden"}),
    script("names-reader", "a script names a proxy that reads TLS with two hosts", "warn:inspected", "gsas.apple.com",
           {"proxy_reads": ["gsas.apple.com", "*.ess.apple.com"]}),
    script("gone", "the script that chooses proxies is not there", "warn:unfetched", "answers with status 404",
           body="gone", status=404),
    script("is-a-page", "a page stands where the script should be", "warn:unfetched", "something that is no script",
           body="<html><body>Please sign in</body></html>"),
    script("too-long", "the script is longer than 64 KiB", "info:unread", "too long", body=SCRIPT + "// more\n" * 10000),
    script("names-nobody", "a script names a proxy where nobody is", "warn:no-answer", "does not answer",
           body=SCRIPT.replace(":3128", ":3129")),
    script("names-five", "a script names five proxies", "info:passes", "names others, which were not tried",
           body=SCRIPT + "".join(f'// \nvar p{at} = "PROXY {PROXY}:3128; PROXY p{at}.example.invalid";\n' for at in range(4))),
    script("sends-all-directly", "the script that chooses proxies sends everything directly", "pass", "directly",
           body='function FindProxyForURL(url, host) { return "DIRECT"; }'),
    script("cannot-be-read", "a script puts the names of its proxies together as it runs", "info:unread", "none that can be read",
           body='function FindProxyForURL(url, host) { return "PROXY " + place(host); }'),
]
