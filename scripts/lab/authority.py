"""Certificates: the lab's root, authorities under it that are named like Apple's, and some that are not."""

import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

DAY = timedelta(days=1)

# Who signs, and under which root. The names are those that Apple's hosts showed in public records up to October 2026,
# so that a comparison of issuers passes; "inspector" is a security product that re-signs what it reads.
AUTHORITIES = {
    "public": ("lab", "/CN=Apple Public Server RSA CA 12 - G1/O=Apple Inc./ST=California/C=US"),
    "apple": ("lab", "/CN=Apple Server Authentication CA/OU=Certification Authority/O=Apple Inc./C=US"),
    "inspector": ("inspection", "/CN=Acme Web Gateway CA/O=Acme Security/C=US"),
    # One that would like to be believed, and to paint the terminal.
    "hostile": ("inspection", "/CN=Apple Inc. is well \x1b[2J\x1b[31m/O=Apple Inc.\nAll is well, nothing to do/C=US"),
}
ROOTS = {
    "lab": "/CN=Fault Lab Root/O=Fault Lab",
    "inspection": "/CN=Acme Root/O=Acme Security/C=US",
}

# A chain of these curves is a third as long as those of Apple's hosts, which hold 2048-bit keys, two signatures of
# certificate logs and long lists of names: 3.5 to 5 kB. What is missing is in an extension that nobody knows.
FILLER = 3000
# More than a chain may ever be.
HUGE = 200_000
LARGEST = ["idmsa.apple.com"]

AUTHORITY_CONFIG = """
[ca]
default_ca = this
[this]
new_certs_dir = {folder}
database = {folder}/index.txt
serial = {folder}/serial
certificate = {folder}/cert.pem
private_key = {folder}/key.pem
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
email_in_dn = no
[any]
commonName = supplied
organizationName = optional
[leaf]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
{filler}
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
"""


def openssl(*arguments):
    done = subprocess.run(["openssl", *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"openssl {arguments[0]}: {done.stderr.strip()}")
    return done.stdout


def new_key(path):
    openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", path)


def moment(when):
    return when.strftime("%y%m%d%H%M%SZ")


class Office:
    """Everything that signs, in one folder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.leaf_key = self.folder / "leaf.key"
        self.folder.mkdir(parents=True, exist_ok=True)
        new_key(self.leaf_key)
        for root, subject in ROOTS.items():
            self._found(root, subject)
        for name, (root, subject) in AUTHORITIES.items():
            self._found(name, subject, root)

    def root(self, name):
        """The certificate that makes everything under this root trusted."""
        return self.folder / name / "cert.pem"

    def _found(self, name, subject, root=None):
        folder = self.folder / name
        folder.mkdir()
        (folder / "index.txt").touch()
        (folder / "serial").write_text("1000\n")
        (folder / "ca.conf").write_text(self._config(folder))
        new_key(folder / "key.pem")
        request = folder / "request.csr"
        openssl("req", "-new", "-key", folder / "key.pem", "-subj", subject, "-out", request, *self._no_prompt(folder))
        now = datetime.now(timezone.utc)
        signer = [] if root else ["-selfsign"]
        config = (self.folder / root if root else folder) / "ca.conf"
        openssl("ca", "-batch", "-notext", "-config", config, "-preserveDN", "-extensions", "authority", *signer,
                "-startdate", moment(now - 400 * DAY), "-enddate", moment(now + 1000 * DAY),
                "-in", request, "-out", folder / "cert.pem")

    @staticmethod
    def _config(folder, length=FILLER):
        # openssl wants a long value in lines of its own.
        size = ":".join(f"{byte:02x}" for byte in length.to_bytes(3, "big"))
        return AUTHORITY_CONFIG.format(folder=folder, filler=f"1.3.6.1.4.1.11129.9.9=DER:04:83:{size}" + ":00" * length)

    @staticmethod
    def _no_prompt(folder):
        # `openssl req` wants a section for names even when -subj gives them.
        config = folder / "req.conf"
        config.write_text("[req]\ndistinguished_name = name\n[name]\n")
        return ["-config", config]

    def issue(self, authority, hosts, kind="good"):
        """One certificate chain a host, as {host: file}. All share one key. Kinds: good, expired, early (not valid yet),
        wrong (name), huge."""
        now = datetime.now(timezone.utc)
        start, end = now - 30 * DAY, now + 300 * DAY
        if kind == "expired":
            start, end = now - 390 * DAY, now - 2 * DAY
        elif kind == "early":
            start, end = now + 2 * DAY, now + 390 * DAY
        out = self.folder / f"{authority}-{kind}"
        out.mkdir()
        requests = []
        for host in hosts:
            request = out / f"{host}.csr"
            names = ["images.apple.com"] if kind == "wrong" else [host]
            if "-courier." in host and kind != "wrong":
                # All couriers answer to one name; a client asks for that one.
                names.insert(0, "courier.push.apple.com")
            openssl("req", "-new", "-key", self.leaf_key, "-subj", f"/CN={names[0]}/O=Apple Inc.", "-addext",
                    "subjectAltName=" + ",".join(f"DNS:{name}" for name in names), "-out", request,
                    *self._no_prompt(out))
            requests.append(request)
        folder = self.folder / authority
        first = int((folder / "serial").read_text(), 16)
        config = folder / "ca.conf"
        if kind == "huge":
            config = folder / "huge.conf"
            config.write_text(self._config(folder, HUGE))
        openssl("ca", "-batch", "-notext", "-config", config, "-preserveDN", "-extensions", "leaf",
                "-startdate", moment(start), "-enddate", moment(end), "-out", out / "all.pem", "-infiles", *requests)
        issuer = (folder / "cert.pem").read_text()
        chains = {}
        for offset, host in enumerate(hosts):
            chain = out / f"{host}.pem"
            chain.write_text((folder / f"{first + offset:02X}.pem").read_text() + issuer)
            chains[host] = str(chain)
        return chains

    def issue_all(self, hosts):
        """Certificates of every kind, as {kind: {host: file}}."""
        certificates = {kind: self.issue(kind, hosts) for kind in ("inspector", "hostile")}
        for kind in ("good", "expired", "early", "wrong", "huge"):
            certificates[kind] = {}
            for authority in ("apple", "public"):
                names = [host for host in hosts if signer(host) == authority]
                if kind == "huge":
                    # Each is as long as all others together.
                    names = [host for host in names if host in LARGEST]
                if names:
                    certificates[kind].update(self.issue(authority, names, kind))
        return certificates


def signer(host):
    """Which authority signs for a host: those of Apple's private root, or a public one."""
    private = ("gsa.apple.com", "gsas.apple.com", "gs.apple.com", "gdmf.apple.com")
    return "apple" if host in private or host.endswith(".ess.apple.com") else "public"
