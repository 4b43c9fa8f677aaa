"""The other side of the internet: every host that codesent talks to. Run in its namespace: servers.py SPEC-FILE.

The specification is JSON:

  hosts         the names that exist
  certificates  {kind: {host: chain file}}, the kinds of which are "good", "inspector", "expired" and "wrong"
  key           the key of all certificates
  log           where it writes what it was asked, one JSON object a line
  dns           {resolver's address: rules of resolver.Resolver}
  services      [{"hosts": "*.push.apple.com", "ports": [443], "do": ...}]: the first match decides, see `Connection`; with
                `from`, only for those who come from these networks
  closed        TCP ports nobody listens on
  clock         seconds that the lab's time is ahead of the real one, in SNTP and in the Date header
  sntp          what time servers do: "drop", "kiss" (of death), "zero" (no time), "unsynchronised", "garbage", or seconds
                that they alone are ahead
  proxy         the status line of the proxy's refusal, "stall", "cut", "garbage", or null: it works
  proxy_late    seconds it takes for each answer
  proxy_reads   the hosts whose TLS the proxy reads, with the certificate of the inspector
"""

import email.utils
import fnmatch
import gzip
import json
import os
import socket
import ssl
import struct
import sys
import threading
import time

import content
from atlas import BLOCK_PAGE, PORTAL, PROXY, RESOLVERS, Atlas, is_from, plain
from resolver import Resolver, connections, datagrams

TLS_PORTS, HTTP_PORTS, PROXY_PORT = [443, 5223, 2197], [80], 3128
NTP_EPOCH = 2208988800
PATIENCE = 60
BOMB = gzip.compress(b" " * 20_000_000)


class Lab:
    """What all servers share."""

    def __init__(self, spec):
        self.spec, self.atlas = spec, Atlas(spec["hosts"])
        self._log = open(spec["log"], "a", encoding="utf-8", buffering=1)
        self._lock, self._contexts = threading.Lock(), {}

    def log(self, **what):
        with self._lock:
            self._log.write(json.dumps(what) + "\n")

    def now(self):
        return time.time() + self.spec.get("clock", 0)

    def context(self, kind, host):
        with self._lock:
            if (kind, host) not in self._contexts:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(self.spec["certificates"][kind][host], self.spec["key"])
                self._contexts[kind, host] = context
            return self._contexts[kind, host]

    def rule(self, host, port, peer):
        for rule in self.spec.get("services", []):
            if fnmatch.fnmatch(host, rule["hosts"]) and port in rule.get("ports", [port]) and is_from(peer, rule):
                return rule
        return {}


class Connection:
    """One accepted connection. What a rule can `do` to it:

      stall garbage cut close half drip   to the TLS handshake: no answer; something else than TLS; reset; closed
                                          without a word; reset in the middle; one byte at a time
      alert                               the TLS alert "handshake failure"
      certificate                         shows the certificate of another `kind`
      http                                answers with `status`, `headers`, `body`
      endless slow truncated              a body that never ends, that comes byte by byte, that ends too early
      bomb                                a compressed body that becomes a thousand times as long
    """

    def __init__(self, lab, stream, port, secure):
        self.lab, self.stream, self.port, self.secure = lab, stream, port, secure
        address = str(plain(stream.getsockname()[0]))
        self.host = lab.atlas.host_at(address) or {BLOCK_PAGE: "block page", PORTAL: "portal"}.get(address, address)
        self.rule = lab.rule(self.host, port, stream.getpeername()[0])
        self.action = self.rule.get("do")

    def serve(self):
        self.stream.settimeout(PATIENCE)
        try:
            if self.secure and not self._handshake():
                return
            self._http()
        except OSError:
            pass  # The client hung up, which is its right; or TLS failed, which it will report.
        finally:
            self.stream.close()

    def _handshake(self):
        self.lab.log(tls=self.host, port=self.port)
        if self.action == "stall":
            while self.stream.recv(4096):
                pass
            return False
        if self.action == "garbage":
            self.stream.sendall(b"SSH-2.0-OpenSSH_9.9\r\n" + bytes(range(256)))
            self.stream.recv(4096)
            return False
        if self.action == "alert":
            self.stream.recv(4096)
            self.stream.sendall(bytes([21, 3, 3, 0, 2, 2, 40]))
            self.stream.recv(4096)
            return False
        if self.action in ("cut", "close"):
            self.stream.recv(4096)
            if self.action == "cut":
                self._reset()
            return False
        if self.action in ("half", "drip"):
            return self._handshake_in_pieces()
        self.stream = self._context().wrap_socket(self.stream, server_side=True)
        return True

    def _context(self):
        kind, host = self.rule.get("kind", "good") if self.action == "certificate" else "good", self.host
        if host not in self.lab.atlas.places:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.sni_callback = self._by_name
            return context
        return self.lab.context(kind, host)

    def _by_name(self, stream, name, _):
        # A block page shows a certificate for whatever name it is asked for, signed by the filter's own authority.
        stream.context = self.lab.context("inspector", name if name in self.lab.atlas.places else "www.apple.com")

    def _handshake_in_pieces(self):
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        tls = self._context().wrap_bio(incoming, outgoing, server_side=True)
        incoming.write(self.stream.recv(4096))
        try:
            tls.do_handshake()
        except ssl.SSLWantReadError:
            pass
        flight = outgoing.read()
        if self.action == "half":
            self.stream.sendall(flight[:len(flight) // 2])
            time.sleep(0.05)
            self._reset()
        else:
            for byte in flight:
                self.stream.sendall(bytes([byte]))
                time.sleep(0.5)
        return False

    def _reset(self):
        self.stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def _http(self):
        head = b""
        while b"\r\n\r\n" not in head:
            data = self.stream.recv(4096)
            if not data or len(head) > 65536:
                return
            head += data
        method, path = head.split(b" ", 2)[:2]
        path = path.decode("ascii", "replace")
        self.lab.log(http=f"{method.decode()} {'https' if self.secure else 'http'}://{self.host}{path}")
        self._answer(method == b"HEAD", path)

    def _answer(self, head_only, path):
        status, headers = 200, {}
        kind, body = content.healthy(self.host, path)
        if self.host == "block page":
            kind, body = "text/html", content.BLOCK_PAGE
        if self.action == "http":
            status, body = self.rule.get("status", 200), self.rule.get("body", body)
            headers = self.rule.get("headers", {})
        body = body.encode()
        if self.action == "bomb":
            body, headers = BOMB, {"Content-Encoding": "gzip"}
        length = len(body) + 1000 * (self.action in ("slow", "truncated"))
        headers = {"Date": email.utils.formatdate(self.lab.now(), usegmt=True), "Server": "Apple", "Content-Type": kind,
                   "Content-Length": length, "Connection": "close", **headers}
        if self.action == "endless":
            del headers["Content-Length"]
        lines = [f"HTTP/1.1 {status} Answer", *(f"{name}: {value}" for name, value in headers.items())]
        self.stream.sendall("\r\n".join([*lines, "", ""]).encode())
        if head_only:
            return
        while self.action == "endless":
            self.stream.sendall(b" " * 65536)
        if self.action == "slow":
            for byte in body * 2:
                self.stream.sendall(bytes([byte]))
                time.sleep(0.5)
        self.stream.sendall(body)


def listen(address, port, serve):
    listener = connections(address, port)

    def accept():
        while True:
            stream, _ = listener.accept()
            stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=serve, args=(stream,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


def tell_time(lab, address):
    """An SNTP server, or one that hears and says nothing."""
    server = datagrams(address, 123)

    def serve():
        while True:
            data, peer = server.recvfrom(512)
            lab.log(sntp=lab.atlas.host_at(address))
            ahead = lab.spec.get("sntp", 0)
            if len(data) < 48 or ahead == "drop":
                continue
            later = ahead if isinstance(ahead, (int, float)) else 0
            moment = int((lab.now() + later + NTP_EPOCH) * (1 << 32)) & ((1 << 64) - 1)
            stamp = struct.pack("!Q", moment)
            first, stratum, name = 0x24, 1, b"GPSs"
            if ahead == "kiss":
                first, stratum, name = 0xE4, 0, b"RATE"
            elif ahead == "unsynchronised":
                first, stratum = 0xE4, 16
            elif ahead == "zero":
                stamp = bytes(8)
            head = struct.pack("!BBbbII4s", first, stratum, 6, -20, 0, 64, name)
            server.sendto(b"no" if ahead == "garbage" else head + stamp + data[40:48] + stamp + stamp, peer)

    threading.Thread(target=serve, daemon=True).start()


def pass_on(lab, stream):
    """The proxy: CONNECT to a host of the lab, or a refusal."""
    with stream:
        head = b""
        while b"\r\n\r\n" not in head:
            data = stream.recv(4096)
            if not data:
                return
            head += data
        method, target = head.decode("latin-1").split(" ", 2)[:2]
        lab.log(proxy=f"{method} {target}")
        host, _, port = target.rpartition(":")
        time.sleep(lab.spec.get("proxy_late", 0))
        refusal = lab.spec.get("proxy")
        if refusal == "stall":
            stream.recv(4096)
            return
        if refusal == "cut":
            stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return
        if refusal == "garbage":
            stream.sendall(b"220 proxy ESMTP\r\n\r\n")
            return
        if refusal:
            stream.sendall(f"HTTP/1.1 {refusal}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
            return
        place = lab.atlas.places.get(host)
        if method != "CONNECT" or place is None:
            stream.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        with socket.create_connection((place.v4[0], int(port))) as far:
            stream.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            if any(fnmatch.fnmatch(host, pattern) for pattern in lab.spec.get("proxy_reads", [])):
                stream = lab.context("inspector", host).wrap_socket(stream, server_side=True)
                stream.recv(4096)
                return
            threading.Thread(target=pump, args=(far, stream), daemon=True).start()
            pump(stream, far)


def pump(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        spec = json.load(file)
    lab = Lab(spec)
    threading.stack_size(256 * 1024)
    for address in RESOLVERS:
        Resolver(lab.atlas, address, spec.get("dns", {}).get(address, []), lab.log).start()
    for host, place in lab.atlas.places.items():
        if host.startswith("time"):
            for address in [*place.v4, *place.v6, place.stand_in]:
                tell_time(lab, address)
    for port in set(TLS_PORTS + HTTP_PORTS) - set(spec.get("closed", [])):
        def serve(stream, port=port):
            Connection(lab, stream, port, port in TLS_PORTS).serve()
        listen("::", port, serve)
    listen(PROXY, PROXY_PORT, lambda stream: pass_on(lab, stream))
    print("ready", flush=True)
    # Lives as long as the lab holds the other end of its input.
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
