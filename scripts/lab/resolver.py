"""A DNS server for the lab: it knows the lab's hosts, and lies about them when it is told to."""

import fnmatch
import ipaddress
import socket
import struct
import threading
import time

from atlas import is_from, under_nat64

KINDS = {1: "A", 28: "AAAA"}
NUMBERS = {name: number for number, name in KINDS.items()}
CNAME, SOA = 5, 6
OK, SERVFAIL, NXDOMAIN, REFUSED = 0, 2, 3, 5
CODES = {"servfail": SERVFAIL, "nxdomain": NXDOMAIN, "refused": REFUSED}


def read_name(data, at):
    labels = []
    while length := data[at]:
        labels.append(data[at + 1:at + 1 + length].decode("ascii", "replace"))
        at += 1 + length
    return ".".join(labels).lower(), at + 1


def write_name(name):
    parts = [bytes([len(label)]) + label.encode() for label in name.split(".") if label]
    return b"".join(parts) + b"\0"


def record(name, kind, data, ttl=60):
    return write_name(name) + struct.pack("!HHIH", kind, 1, ttl, len(data)) + data


IPV6_FREEBIND = 78


def _bound(address, kind, port):
    server = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, kind)
    if server.family == socket.AF_INET6:
        # Unlike IPv4, binding to an address that is only routed to this namespace has to be asked for.
        server.setsockopt(socket.IPPROTO_IPV6, IPV6_FREEBIND, 1)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind((address, port))
    return server


def datagrams(address, port):
    """A UDP socket of one address, so that answers come from it."""
    return _bound(address, socket.SOCK_DGRAM, port)


def connections(address, port):
    """A listening TCP socket; `::` stands for every address of both families."""
    server = _bound(address, socket.SOCK_STREAM, port)
    server.listen(256)
    return server


class Resolver:
    """One server. `rules`: [{"names": "*.apple.com", "do": ..., and what it needs}], the first match decides. A rule with
    `from` is for those who ask from these networks.

      drop                        no answer
      servfail nxdomain refused   the code
      nodata                      the name exists, without an address
      slow                        the answer comes after `seconds`
      point                       these addresses: `to`
      translate                   names without an IPv6 address get one under `prefix`
      loop                        aliases that lead back to the name
      truncate                    over UDP only that there is more
      wrong-id                    the answer to another question
      stand-in                    an address of its own for each name, at which the tunnel's far end answers
      die                         answers so many queries, `after`, and none from then on
    """

    def __init__(self, atlas, address, rules, log):
        self.atlas, self.address, self.rules, self.log = atlas, address, rules, log
        self.queries = 0
        self.udp, self.tcp = datagrams(address, 53), connections(address, 53)

    def start(self):
        threading.Thread(target=self._serve_udp, daemon=True).start()
        threading.Thread(target=self._serve_tcp, daemon=True).start()

    def _serve_udp(self):
        while True:
            data, peer = self.udp.recvfrom(4096)
            threading.Thread(target=self._answer_udp, args=(data, peer), daemon=True).start()

    def _answer_udp(self, data, peer):
        if answer := self.answer(data, peer[0], by_udp=True):
            self.udp.sendto(answer, peer)

    def _serve_tcp(self):
        while True:
            connection, peer = self.tcp.accept()
            threading.Thread(target=self._answer_tcp, args=(connection, peer[0]), daemon=True).start()

    def _answer_tcp(self, connection, peer):
        with connection, connection.makefile("rb") as stream:
            while len(head := stream.read(2)) == 2:
                data = stream.read(struct.unpack("!H", head)[0])
                if not (answer := self.answer(data, peer)):
                    return
                connection.sendall(struct.pack("!H", len(answer)) + answer)

    def answer(self, data, peer, by_udp=False):
        if len(data) < 17:
            return None
        name, end = read_name(data, 12)
        number = struct.unpack_from("!H", data, end)[0]
        kind = KINDS.get(number, str(number))
        self.log(dns=name, kind=kind, server=self.address)
        matches = (rule for rule in self.rules if fnmatch.fnmatch(name, rule["names"]) and is_from(peer, rule))
        rule = next(matches, {})
        self.queries += 1
        code, answers = self._judge(name, kind, rule)
        if code is None:
            return None
        truncated = by_udp and rule.get("do") == "truncate"
        if truncated:
            answers = []
        flags = 0x8180 | 0x0200 * truncated | (struct.unpack_from("!H", data, 2)[0] & 0x0100) | code
        question = data[12:end + 4]
        authority = b"" if answers else record("apple.com", SOA, write_name("ns.apple.com") * 2 + bytes(20))
        identity = bytes([data[0] ^ 0x55, data[1]]) if rule.get("do") == "wrong-id" else data[:2]
        head = identity + struct.pack("!HHHHH", flags, 1, len(answers), 0 if answers else 1, 0)
        return head + question + b"".join(answers) + authority

    def _judge(self, name, kind, rule):
        action = rule.get("do")
        if action == "drop" or (action == "die" and self.queries > rule["after"]):
            return None, []
        if action in CODES:
            return CODES[action], []
        if action == "slow":
            time.sleep(rule["seconds"])
        place = self.atlas.places.get(name)
        if place is None:
            return NXDOMAIN, []
        if action == "nodata":
            return OK, []
        if action == "loop":
            turn = [name, "loop-one.akadns.net", "loop-two.akadns.net"]
            return OK, [record(one, CNAME, write_name(turn[(at + 1) % 3])) for at, one in enumerate(turn)]
        target, answers = name, []
        if place.alias and action not in ("point", "stand-in"):
            answers.append(record(name, CNAME, write_name(place.alias)))
            target = place.alias
        addresses = place.addresses(kind)
        if action == "point":
            addresses = rule["to"]
        if action == "stand-in":
            addresses = [place.stand_in]
        if action == "translate" and kind == "AAAA":
            addresses = addresses or [under_nat64(address, rule.get("prefix")) for address in place.v4]
        version = 4 if kind == "A" else 6
        for address in map(ipaddress.ip_address, addresses):
            if kind in NUMBERS and address.version == version:
                answers.append(record(target, NUMBERS[kind], address.packed))
        return OK, answers
