"""One small internet: three network namespaces, the line between them, and the servers at the far end.

    NAME-mac  en0 ──veth── lan  NAME-router  wan ──line── far  NAME-apple
    192.168.64.2           .1                                  every address of atlas.LOCAL_ROUTES
    2001:db8:64::2         ::1

With a tunnel there is a second way, which has the default route; its far end is the lab's as well:

    NAME-mac  utun4 ──veth── inner  NAME-exit  wan ──line── out  NAME-apple
    10.8.0.2                   .1
    fd08::2                   ::1
"""

import json
import os
import plistlib
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import scutil
from atlas import LOCAL_ROUTES, RESOLVER, RESOLVER_OVER_IPV6

HERE = Path(__file__).resolve().parent
ETC = Path("/etc/netns")
# Where packets come from that went through the tunnel, as servers and resolvers see them.
THROUGH_TUNNEL = ["10.8.0.0/24", "fd08::/64"]
# A Mac's resolver goes on for half a minute; glibc is told to do the same.
RESOLV_CONF = "nameserver {}\noptions timeout:3 attempts:10\n"
# Names must come from this file and this resolver alone, not from a daemon of the machine around the lab.
NSSWITCH = "hosts: files dns\n"
HOSTS = "127.0.0.1 localhost\n::1 localhost ip6-localhost\n"


def run(*command, text=None):
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def ip(namespace, lines):
    run("ip", "-n", namespace, "-batch", "-", text="\n".join(lines) + "\n")


def switch(namespace, name, value):
    """Sets a sysctl of a namespace."""
    run("ip", "netns", "exec", namespace, "sh", "-c", f"echo {value} > /proc/sys/net/{name}")


class World:
    """Built on entering, gone on leaving."""

    live, stopping = set(), False

    @classmethod
    def stop_all(cls):
        """Ends what runs in all worlds, so that those who wait for it leave at once."""
        cls.stopping = True
        for world in list(cls.live):
            world.end_processes()

    def __init__(self, name, folder, spec, line=None, mac=None, tunnel=None):
        """`spec` is for servers.py, `line` for wire.py; `mac` may hold `hosts` (lines), `ip` and `router` (commands for
        ip(8) on the Mac and on the router), `families` ([4, 6] if not given), `scutil` (what it prints, see scutil.py),
        `region` (as macOS writes it).
        `tunnel` is the line of a tunnel that has the default route, for wire.py too."""
        self.mac, self.router, self.apple = (f"{name}-{part}" for part in ("mac", "router", "apple"))
        self.exit = f"{name}-exit" if tunnel is not None else None
        self.folder = Path(folder)
        self.spec, self.line, self.tunnel, self.settings = spec, line or {}, tunnel, mac or {}
        self.processes = []

    @property
    def log(self):
        return self.folder / "log.jsonl"

    def __enter__(self):
        self.live.add(self)
        try:
            self._build()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _build(self):
        # What an earlier run left there is not of this one.
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        if "region" in self.settings:
            preferences = self.folder / "Library/Preferences"
            preferences.mkdir(parents=True)
            with open(preferences / ".GlobalPreferences.plist", "wb") as file:
                plistlib.dump({"AppleLocale": self.settings["region"]}, file)
        families = self.settings.get("families", [4, 6])
        self._write_etc(RESOLVER if 4 in families else RESOLVER_OVER_IPV6)
        if "scutil" in self.settings:
            scutil.write(self.folder / "tools", self.settings["scutil"])
        for namespace in self._namespaces():
            run("ip", "netns", "add", namespace)
        ip(self.apple, ["link set lo up", *(f"route add local {net} dev lo" for net in LOCAL_ROUTES)])
        self._start(self.apple, "servers.py", self._specification())
        self._start(self.router, "wire.py", self._line("far", self.line))
        switch(self.router, "ipv4/ip_forward", 1)
        switch(self.router, "ipv6/conf/all/forwarding", 1)
        if 6 not in families:
            switch(self.mac, "ipv6/conf/all/disable_ipv6", 1)
        ip(self.mac, ["link set lo up", f"link add en0 type veth peer name lan netns {self.router}", "link set en0 up"])
        ip(self.router, ["link set lo up", "link set lan up", "link set wan up", "address add 192.168.64.1/24 dev lan",
                         "address add 2001:db8:64::1/64 dev lan nodad", "route add default dev wan",
                         "route add ::/0 dev wan", *self.settings.get("router", [])])
        ip(self.apple, ["link set far up", "route add 192.168.64.0/24 dev far", "route add 2001:db8:64::/64 dev far"])
        if 4 in families:
            ip(self.mac, ["address add 192.168.64.2/24 dev en0", "route add default via 192.168.64.1"])
        if 6 in families:
            ip(self.mac, ["address add 2001:db8:64::2/64 dev en0 nodad", "route add default via 2001:db8:64::1"])
        if self.exit:
            self._build_tunnel()
        if self.settings.get("ip"):
            ip(self.mac, self.settings["ip"])
        self._await_ready()

    def _namespaces(self):
        return [name for name in (self.mac, self.router, self.apple, self.exit) if name]

    def _line(self, far, line):
        return json.dumps({"namespace": self.apple, "far": far, **line})

    @property
    def past_tunnel(self):
        """Where everything is written down that leaves by the interface under a tunnel."""
        return self.folder / "past-tunnel.jsonl"

    def sent_past_tunnel(self):
        """What left by the physical interface although a tunnel is up, once the program has ended."""
        sniffer = next(process for program, process in self.processes if program == "sniff.py")
        sniffer.stdin.close()
        sniffer.wait(timeout=10)
        return [json.loads(line) for line in self.past_tunnel.read_text().splitlines()]

    def _build_tunnel(self):
        """The way through it is the better one; the other one stays for those who bind to en0."""
        self._start(self.exit, "wire.py", self._line("out", self.tunnel))
        switch(self.exit, "ipv4/ip_forward", 1)
        switch(self.exit, "ipv6/conf/all/forwarding", 1)
        # Answers to what is bound to one way come back over it, whatever the routes say.
        for which in ("all", "en0"):
            switch(self.mac, f"ipv4/conf/{which}/rp_filter", 0)
        ip(self.mac, [f"link add utun4 type veth peer name inner netns {self.exit}", "link set utun4 up",
                      "address add 10.8.0.2/24 dev utun4", "address add fd08::2/64 dev utun4 nodad",
                      "route del default", "route del ::/0 via 2001:db8:64::1",
                      "route add default via 192.168.64.1 metric 200", "route add ::/0 via 2001:db8:64::1 metric 2000",
                      "route add default via 10.8.0.1 metric 10", "route add ::/0 via fd08::1 metric 10"])
        ip(self.exit, ["link set lo up", "link set inner up", "link set wan up", "address add 10.8.0.1/24 dev inner",
                       "address add fd08::1/64 dev inner nodad", "route add default dev wan", "route add ::/0 dev wan"])
        ip(self.apple, ["link set out up", *(f"route add {network} dev out" for network in THROUGH_TUNNEL)])
        self._start(self.mac, "sniff.py", json.dumps({"interface": "en0", "log": str(self.past_tunnel)}))

    def _write_etc(self, resolver):
        """The files that `ip netns exec` puts in the place of the machine's own."""
        etc = ETC / self.mac
        etc.mkdir(parents=True)
        (etc / "resolv.conf").write_text(RESOLV_CONF.format(resolver))
        (etc / "nsswitch.conf").write_text(NSSWITCH)
        (etc / "hosts").write_text(HOSTS + "".join(line + "\n" for line in self.settings.get("hosts", [])))

    def _specification(self):
        path = self.folder / "servers.json"
        path.write_text(json.dumps({**self.spec, "log": str(self.log)}))
        return str(path)

    def _start(self, namespace, program, argument):
        if self.stopping:
            raise RuntimeError("interrupted")
        errors = open(self.folder / f"{program}.stderr", "a", encoding="utf-8")
        process = subprocess.Popen(
            ["ip", "netns", "exec", namespace, sys.executable, str(HERE / program), argument], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=errors, text=True, start_new_session=True)
        errors.close()
        self.processes.append((program, process))
        if program == "wire.py":
            self._ready(program, process)

    def _ready(self, program, process):
        if process.stdout.readline() != "ready\n":
            raise RuntimeError(f"{program} did not start: {(self.folder / (program + '.stderr')).read_text()[-500:]}")

    def _await_ready(self):
        for program, process in self.processes:
            if program != "wire.py":
                self._ready(program, process)

    def on_mac(self, command):
        """What runs the command on the Mac."""
        if "scutil" in self.settings:
            command = scutil.in_place(self.folder / "tools", command)
        return ["ip", "netns", "exec", self.mac, *command]

    def run(self, command, environment, patience):
        """Runs a program on the Mac. Gives exit code, standard output and standard error; the code is None when it had
        to be ended after `patience` seconds."""
        clean = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(self.folder), "LANG": "C.UTF-8", "NO_COLOR": "1"}
        process = subprocess.Popen(self.on_mac(command), env={**clean, **environment},
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   errors="replace", start_new_session=True)
        self.processes.append(("program", process))
        if self.stopping:
            self.end_processes()
        try:
            out, errors = process.communicate(timeout=patience)
            return process.returncode, out, errors
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, errors = process.communicate()
            return None, out, errors

    def requests(self):
        """What the servers were asked."""
        if not self.log.exists():
            return []
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    def end_processes(self):
        for _, process in self.processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)

    def __exit__(self, *_):
        self.end_processes()
        for _, process in self.processes:
            process.wait()
            for stream in (process.stdin, process.stdout, process.stderr):
                if stream:
                    stream.close()
        for namespace in self._namespaces():
            subprocess.run(["ip", "netns", "delete", namespace], capture_output=True, check=False)
        shutil.rmtree(ETC / self.mac, ignore_errors=True)
        self.live.discard(self)
