"""One small internet: three network namespaces, the line between them, and the servers at the far end.

    NAME-mac  en0 ──veth── lan  NAME-router  wan ──line── far  NAME-apple
    192.168.64.2           .1                                  every address of atlas.LOCAL_ROUTES
    2001:db8:64::2         ::1
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from atlas import LOCAL_ROUTES, RESOLVER, RESOLVER_OVER_IPV6

HERE = Path(__file__).resolve().parent
ETC = Path("/etc/netns")
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

    def __init__(self, name, folder, spec, line=None, mac=None):
        """`spec` is for servers.py, `line` for wire.py; `mac` may hold `hosts` (lines), `ip` and `router` (commands for
        ip(8) on the Mac and on the router), `families` ([4, 6] if not given)."""
        self.mac, self.router, self.apple = (f"{name}-{part}" for part in ("mac", "router", "apple"))
        self.folder = Path(folder)
        self.spec, self.line, self.settings = spec, line or {}, mac or {}
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
        self.folder.mkdir(parents=True, exist_ok=True)
        families = self.settings.get("families", [4, 6])
        self._write_etc(RESOLVER if 4 in families else RESOLVER_OVER_IPV6)
        for namespace in (self.mac, self.router, self.apple):
            run("ip", "netns", "add", namespace)
        ip(self.apple, ["link set lo up", *(f"route add local {net} dev lo" for net in LOCAL_ROUTES)])
        self._start(self.apple, "servers.py", self._specification())
        self._start(self.router, "wire.py", json.dumps({"far": self.apple, **self.line}))
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
        if self.settings.get("ip"):
            ip(self.mac, self.settings["ip"])
        self._await_ready()

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
        errors = open(self.folder / f"{program}.stderr", "w", encoding="utf-8")
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

    def run(self, command, environment, patience):
        """Runs a program on the Mac. Gives exit code, standard output and standard error; the code is None when it had
        to be ended after `patience` seconds."""
        clean = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(self.folder), "LANG": "C.UTF-8", "NO_COLOR": "1"}
        process = subprocess.Popen(["ip", "netns", "exec", self.mac, *command], env={**clean, **environment},
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
        for namespace in (self.mac, self.router, self.apple):
            subprocess.run(["ip", "netns", "delete", namespace], capture_output=True, check=False)
        shutil.rmtree(ETC / self.mac, ignore_errors=True)
        self.live.discard(self)
