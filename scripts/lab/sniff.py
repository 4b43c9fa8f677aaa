"""Writes down every packet that leaves by one interface, as it stands on the wire. Run in the Mac's namespace:
sniff.py SPEC, where SPEC is JSON: `interface`, and `log`, the file that gets {"to": address, "proto": 17, "port": 53} a line.

It listens on the interface itself, so what only goes as far as the router (a question for its resolver) is seen as well.
What a system's network stack says by itself to its neighbours (ARP, neighbour discovery, group membership) is left out.
"""

import ipaddress
import json
import select
import socket
import sys

from wire import Packet

ETH_P_ALL, PACKET_OUTGOING = 3, 4
IPV4, IPV6 = 0x0800, 0x86DD
ICMPV6, HOP_BY_HOP = 58, 0


def is_chatter(packet):
    return ipaddress.ip_address(packet.target).is_multicast or (
        packet.version == 6 and (packet.proto == HOP_BY_HOP or
                                 packet.proto == ICMPV6 and packet.data[packet.offset] in range(133, 138)))


def main():
    spec = json.loads(sys.argv[1])
    # Without the header of the link, so data begins with that of IP.
    listener = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(ETH_P_ALL))
    listener.bind((spec["interface"], ETH_P_ALL))
    with open(spec["log"], "w", encoding="utf-8", buffering=1) as log:
        print("ready", flush=True)
        while True:
            ready, _, _ = select.select([listener, sys.stdin], [], [])
            if listener in ready:
                data, (_, kind, way, *_) = listener.recvfrom(65535)
                if way == PACKET_OUTGOING and kind in (IPV4, IPV6) and not is_chatter(packet := Packet(data)):
                    what = {"to": str(ipaddress.ip_address(packet.target)), "proto": packet.proto, "port": packet.ports[1]}
                    log.write(json.dumps(what) + "\n")
            elif sys.stdin in ready:
                return  # The lab let go of the other end, and everything is written down.


if __name__ == "__main__":
    main()
