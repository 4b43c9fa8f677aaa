"""The line between the home router and the rest of the internet: two TUN devices with a delay, loss and filters.

It is a program because not every kernel has `netem` or `nft`, and because loss that is spread evenly makes a case end
the same way twice. Run in the router's namespace: wire.py SPEC, where SPEC is JSON:

  namespace  where the far end goes, by the name `far`
  delay  seconds, each way
  rate   bytes a second, each way, with a queue of `queue` bytes in front of each (64 KiB if it is not said)
  loss   the part of the packets of every host and port that is lost, each way, evenly spread, so less than 0.5 never
         loses two in a row; but not on port 53, since glibc takes seconds to get over a lost answer where a Mac takes one
  limit  packets longer than this are lost without a word, each way; `limit6`: those of IPv6
  twice  every so-manieth packet comes twice, each way
  late   [every so-manieth packet, seconds]: it comes so much later, so that others overtake it, each way
  flap   [seconds down, seconds up], in turns, beginning with the first packet from the Mac
  rules  the first that matches a packet on its way out decides: {"do": "drop" | "reset" | "pass", and any of
         "proto": "tcp" | "udp", "ports": [5223], "version": 4 | 6, "to": ["203.0.113.0/24"], "hello": true (the first
         packet of a TLS handshake), "says": ["gsa.apple.com"] (it holds one of these)}
  spare  ports that `rate` and `delay` do not apply to: a resolver in the router
"""

import fcntl
import heapq
import ipaddress
import json
import os
import select
import struct
import subprocess
import sys
import time
import zlib

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
PROTOCOLS = {6: "tcp", 17: "udp"}
RST, ACK, SYN, FIN = 4, 16, 2, 1


def tun(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return device


class Packet:
    """The few fields of an IP packet that a filter looks at."""

    def __init__(self, data):
        self.data = data
        self.version = data[0] >> 4
        if self.version == 4:
            self.offset, self.proto = (data[0] & 15) * 4, data[9]
            self.source, self.target = data[12:16], data[16:20]
        else:
            self.offset, self.proto = 40, data[6]
            self.source, self.target = data[8:24], data[24:40]
        self.ports = (0, 0)
        if self.proto in PROTOCOLS and len(data) >= self.offset + 4:
            self.ports = struct.unpack_from("!HH", data, self.offset)

    def matches(self, rule):
        if "proto" in rule and PROTOCOLS.get(self.proto) != rule["proto"]:
            return False
        if "version" in rule and self.version != rule["version"]:
            return False
        if "ports" in rule and self.ports[1] not in rule["ports"]:
            return False
        if rule.get("hello") and self.payload()[:2] != b"\x16\x03":
            return False
        if "says" in rule and not any(text.encode() in self.payload() for text in rule["says"]):
            return False
        if "to" in rule:
            target = ipaddress.ip_address(self.target)
            return any(target in network for network in rule["to"])
        return True

    def payload(self):
        """What a TCP packet carries."""
        if self.proto != 6 or len(self.data) < self.offset + 20:
            return b""
        return self.data[self.offset + (self.data[self.offset + 12] >> 4) * 4:]

    def refusal(self):
        """The RST that a firewall sends back for this packet, or None if there is nothing to refuse."""
        if self.proto != 6:
            return None
        sequence, acknowledged, words, flags = struct.unpack_from("!IIBB", self.data, self.offset + 4)
        if flags & RST:
            return None
        payload = len(self.data) - self.offset - (words >> 4) * 4
        next_byte = (sequence + payload + bool(flags & SYN) + bool(flags & FIN)) & 0xFFFFFFFF
        answer = struct.pack("!HHIIBBHHH", self.ports[1], self.ports[0], acknowledged if flags & ACK else 0, next_byte,
                             5 << 4, RST | ACK, 0, 0, 0)
        pseudo = self.target + self.source + struct.pack("!II", len(answer), 6)
        answer = answer[:16] + struct.pack("!H", checksum(pseudo + answer)) + answer[18:]
        if self.version == 6:
            return struct.pack("!IHBB16s16s", 6 << 28, len(answer), 6, 64, self.target, self.source) + answer
        header = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(answer), 0, 0, 64, 6, 0, self.target, self.source)
        return header[:10] + struct.pack("!H", checksum(header)) + header[12:] + answer


def checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


class Line:
    """Carries packets both ways."""

    def __init__(self, spec):
        self.delay, self.loss = spec.get("delay", 0.01), spec.get("loss", 0)
        self.lost_of = {}
        self.rate, self.queue, self.free = spec.get("rate"), spec.get("queue", 65536), {}
        self.limit = {4: spec.get("limit", 65535), 6: spec.get("limit6", spec.get("limit", 65535))}
        self.spare = spec.get("spare", [])
        self.twice, self.late = spec.get("twice"), spec.get("late")
        self.flap, self.begun = spec.get("flap"), None
        self.rules = [dict(rule) for rule in spec.get("rules", [])]
        for rule in self.rules:
            if "to" in rule:
                rule["to"] = [ipaddress.ip_network(network) for network in rule["to"]]
        self.near, self.far = tun("wan"), tun(spec["far"])
        self.waiting, self.count = [], 0
        subprocess.run(["ip", "link", "set", spec["far"], "netns", spec["namespace"]], check=True)

    def send(self, device, data):
        moment, delay = time.monotonic(), self.delay
        if self.spare and set(Packet(data).ports) & set(self.spare):
            delay = 0
        elif self.rate:
            start = max(moment, self.free.get(device, 0))
            if (start - moment) * self.rate + len(data) > self.queue:
                return
            moment = self.free[device] = start + len(data) / self.rate
        self.count += 1
        if self.late and self.count % self.late[0] == 0:
            delay += self.late[1]
        heapq.heappush(self.waiting, (moment + delay, self.count, device, data))
        if self.twice and self.count % self.twice == 0:
            self.count += 1
            heapq.heappush(self.waiting, (moment + delay, self.count, device, data))

    def out(self, data):
        packet = Packet(data)
        action = next((rule["do"] for rule in self.rules if packet.matches(rule)), "pass")
        if action == "pass":
            self.send(self.far, data)
        elif action == "reset" and (refusal := packet.refusal()):
            self.send(self.near, refusal)

    def lost(self, device, data):
        if len(data) > self.limit[data[0] >> 4] or self.is_down(device, data):
            return True
        if not self.loss:
            return False
        packet = Packet(data)
        if 53 in packet.ports:
            return False
        # The Mac's own port is another each time, and must not decide.
        host, port = (packet.target, packet.ports[1]) if device == self.near else (packet.source, packet.ports[0])
        key = (device, host, packet.proto, port)
        # Hosts differ in which of their packets is the first to be lost.
        before = self.lost_of.get(key, zlib.crc32(repr((host, port)).encode()) % 97 / 97)
        self.lost_of[key] = (before + self.loss) % 1
        return before + self.loss >= 1

    def is_down(self, device, data):
        if not self.flap:
            return False
        if self.begun is None:
            # The router's own words to its neighbours come before the Mac's.
            if device != self.near or ipaddress.ip_address(Packet(data).target).is_multicast:
                return False
            self.begun = time.monotonic()
        return (time.monotonic() - self.begun) % sum(self.flap) < self.flap[0]

    def run(self):
        while True:
            patience = max(0, self.waiting[0][0] - time.monotonic()) if self.waiting else None
            ready, _, _ = select.select([self.near, self.far, sys.stdin], [], [], patience)
            if sys.stdin in ready:
                return  # The lab let go of the other end: it is gone.
            for device in ready:
                data = os.read(device, 65535)
                if self.lost(device, data):
                    continue
                if device == self.near:
                    self.out(data)
                else:
                    self.send(self.near, data)
            now = time.monotonic()
            while self.waiting and self.waiting[0][0] <= now:
                _, _, device, data = heapq.heappop(self.waiting)
                try:
                    os.write(device, data)
                except OSError:
                    pass  # The far device is still down, or the packet is one the kernel does not take: it is lost.


if __name__ == "__main__":
    line = Line(json.loads(sys.argv[1]))
    print("ready", flush=True)
    line.run()
