"""Tests of scripts/sign and scripts/installer, with stand-ins for Apple's tools."""

import base64
import json
import unittest

import fakes

P12 = base64.b64encode(b"a certificate").decode()
SECRETS = {
    "APPLE_CERTIFICATE": P12,
    "APPLE_CERTIFICATE_PASSWORD": "secret",
    "APPLE_INSTALLER_CERTIFICATE": P12,
    "APPLE_INSTALLER_CERTIFICATE_PASSWORD": "secret",
    "APPLE_NOTARY_KEY": base64.b64encode(b"a key").decode(),
    "APPLE_NOTARY_KEY_ID": "KEY",
    "APPLE_NOTARY_ISSUER": "ISSUER",
}
LOGIN = "/Users/runner/Library/Keychains/login.keychain-db"
# What `security` prints of keychains, and of identities.
SECURITY = f"""case $1 in
  list-keychains) [ "$4" = -s ] || printf '    "%s"\\n' "{LOGIN}" "/Library/Keychains/With Space.keychain" ;;
  find-identity) printf '  1) %s "Developer ID %s: Jane (TEAM)"\\n     1 valid identities found\\n' ABCDEF "$KIND" ;;
esac"""
ACCEPTED = json.dumps({"id": "11-22", "status": "Accepted", "message": "Processing complete"})
INVALID = json.dumps({"id": "11-22", "status": "Invalid", "message": "Processing complete"})


def a_mac(notary=ACCEPTED, kind="Application", **tools):
    mac = fakes.Machine()
    mac.file("answer.json", notary)
    mac.has("security", SECURITY.replace("$KIND", kind))
    mac.has("codesign")
    mac.has("ditto", 'printf zip >"${@: -1}"')
    # As the real one: it leaves with 0 whatever Apple says.
    mac.has("xcrun", f'case "$1 $2" in "notarytool submit") cat {mac.folder}/answer.json ;; "notarytool log") echo the reasons ;; esac')
    for name, body in tools.items():
        mac.has(name, body)
    return mac


class Sign(unittest.TestCase):
    def signed(self, mac, **environment):
        binary = mac.file("dist/universal/codesent", b"program")
        return mac.run("scripts/sign", binary, **{**SECRETS, **environment})

    def test_it_is_signed_notarised_and_said(self):
        with a_mac() as mac:
            summary = mac.file("summary.md")
            code, said = self.signed(mac, GITHUB_STEP_SUMMARY=summary)
            self.assertEqual(code, 0, said)
            sign = next(call for call in mac.calls if call.startswith("codesign --force"))
            for part in ["--options runtime", "--timestamp", "--identifier com.codesent.codesent", "--sign Developer ID Application: Jane (TEAM)"]:
                self.assertIn(part, sign)
            self.assertIn("codesign --verify", "\n".join(mac.calls))
            told = summary.read_text()
            for part in ["- signed as com.codesent.codesent: ", "- notarised: ", "(submission 11-22)", "- not stapled"]:
                self.assertIn(part, told)

    def test_the_search_list_has_the_keychain_while_signing_and_is_as_it_was_afterwards(self):
        with a_mac() as mac:
            code, said = self.signed(mac)
            self.assertEqual(code, 0, said)
            lists = [call for call in mac.calls if call.startswith("security list-keychains -d user -s")]
            self.assertEqual(len(lists), 2)
            self.assertIn("signing.keychain-db", lists[0])
            self.assertIn(f"{LOGIN} /Library/Keychains/With Space.keychain", lists[0])
            self.assertEqual(lists[1], f"security list-keychains -d user -s {LOGIN} /Library/Keychains/With Space.keychain")
            order = [call.split()[0] for call in mac.calls]
            self.assertLess(mac.calls.index(lists[0]), order.index("codesign"))
            self.assertIn("security delete-keychain", "\n".join(mac.calls))
            self.assertEqual(mac.left_behind(), [])

    def test_what_apple_refuses_ends_with_an_error_and_apples_reasons(self):
        for answer in [INVALID, "", "not json", "[]", '{"status": 3}', json.dumps({"id": "11-22", "status": "In Progress"})]:
            with self.subTest(answer), a_mac(notary=answer) as mac:
                code, said = self.signed(mac)
                self.assertNotEqual(code, 0, said)
                self.assertIn("is not notarised", said)
                self.assertNotIn("notarised: /", said)
                if "11-22" in answer:
                    self.assertIn("the reasons", said)
                # Whatever happened, nothing of the certificate stays.
                self.assertEqual(mac.left_behind(), [])
                self.assertIn(f"security list-keychains -d user -s {LOGIN}", "\n".join(mac.calls))

    def test_a_tool_that_fails_ends_it_and_the_search_list_is_given_back(self):
        with a_mac(codesign="exit 1") as mac:
            code, said = self.signed(mac)
            self.assertNotEqual(code, 0, said)
            self.assertNotIn("signed as", said)
            self.assertEqual(mac.left_behind(), [])
            self.assertTrue(mac.calls[-2].startswith("security list-keychains -d user -s /Users"), mac.calls)

    def test_a_certificate_of_another_kind_is_refused(self):
        with a_mac(kind="Installer") as mac:
            code, said = self.signed(mac)
            self.assertEqual(code, 1, said)
            self.assertIn("not a Developer ID Application certificate", said)

    def test_without_secrets_it_says_what_is_not_done(self):
        with a_mac() as mac:
            code, said = self.signed(mac, APPLE_CERTIFICATE="")
            self.assertEqual(code, 0, said)
            self.assertIn("NOT signed, NOT notarised", said)
            code, said = self.signed(mac, APPLE_NOTARY_KEY="")
            self.assertEqual(code, 0, said)
            self.assertIn("signed as", said)
            self.assertIn("NOT notarised", said)
            self.assertFalse([call for call in mac.calls if call.startswith("xcrun")])

    def test_elsewhere_rcodesign_does_it(self):
        with fakes.Machine(system="Linux") as machine:
            binary = machine.file("codesent", b"program")
            code, said = machine.run("scripts/sign", binary, **SECRETS)
            self.assertNotEqual(code, 0)
            self.assertIn("cargo install apple-codesign", said)
            machine.has("rcodesign", 'case $1 in encode*) : ;; notary-submit) exit "${REFUSED:-0}" ;; esac')
            code, said = machine.run("scripts/sign", binary, **SECRETS)
            self.assertEqual(code, 0, said)
            self.assertIn("--binary-identifier com.codesent.codesent", "\n".join(machine.calls))
            self.assertIn(f"notarised: {binary}", said)
            code, said = machine.run("scripts/sign", binary, **SECRETS, REFUSED=1)
            self.assertNotEqual(code, 0, said)
            self.assertEqual(machine.left_behind(), [])


class Installer(unittest.TestCase):
    # The version comes from Cargo.toml; the stand-in for the program knows it.
    PROGRAM = """#!/bin/bash
case $1 in
  --version) echo "codesent $VERSION" ;;
  man) echo page >"$3/codesent.1" ;;
  completions) echo "completions for $2" ;;
esac
"""

    def setUp(self):
        cargo = (fakes.ROOT / "Cargo.toml").read_text()
        self.version = next(line.split('"')[1] for line in cargo.splitlines() if line.startswith("version = "))

    def packed(self, mac, **environment):
        mac.file("dist/macos/universal/codesent", self.PROGRAM, executable=True)
        # pkgbuild notes what is in the root; productbuild what the distribution says.
        mac.has("pkgbuild", f'(cd "$2" && find . -type f | sort) >>{mac.folder}/packed; printf component >"${{@: -1}}"')
        mac.has("productbuild", f'cat "$2" >>{mac.folder}/distributions; printf pkg >"${{@: -1}}"')
        mac.has("pkgutil")
        known = {**SECRETS, "VERSION": self.version}
        return mac.run("scripts/installer", "dist/macos", "dist/release", **{**known, **environment})

    def test_both_packages_are_made_signed_notarised_and_stapled(self):
        with a_mac(kind="Installer") as mac:
            code, said = self.packed(mac)
            self.assertEqual(code, 0, said)
            for name, identifier in [("codesent", "com.codesent.codesent"), ("codesent-schedule", "com.codesent.schedule")]:
                file = f"{name}-{self.version}.pkg"
                self.assertTrue((mac.folder / "dist/release" / file).exists())
                for part in [f"signed: {file} ({identifier})", f"notarised: {file}", f"stapled: {file}"]:
                    self.assertIn(part, said)
            calls = "\n".join(mac.calls)
            self.assertIn("--identifier com.codesent.codesent --version", calls)
            self.assertIn("--sign Developer ID Installer: Jane (TEAM)", calls)
            self.assertEqual(calls.count("xcrun stapler staple"), 2)
            packed = (mac.folder / "packed").read_text()
            for path in ["./usr/local/bin/codesent", "./usr/local/share/man/man1/codesent.1",
                         "./usr/local/share/zsh/site-functions/_codesent", "./usr/local/libexec/codesent-scheduled",
                         "./Library/LaunchDaemons/com.codesent.schedule.plist"]:
                self.assertIn(path + "\n", packed)
            self.assertEqual(mac.left_behind(), [])

    def test_the_distribution_is_filled_in_and_names_the_oldest_macos(self):
        import xml.etree.ElementTree as xml

        with a_mac(kind="Installer") as mac:
            self.assertEqual(self.packed(mac)[0], 0)
            whole = (mac.folder / "distributions").read_text()
            self.assertNotRegex(whole, "@[A-Z]+@")
            first = whole.split("</installer-gui-script>")[0] + "</installer-gui-script>"
            script = xml.fromstring(first)
            self.assertEqual(script.find("volume-check/allowed-os-versions/os-version").get("min"), "11.0")
            choice = script.find("choices-outline/line").get("choice")
            self.assertEqual(script.find("choice").get("id"), choice)
            self.assertEqual({ref.get("id") for ref in script.iter("pkg-ref")}, {"com.codesent.codesent"})

    def test_a_refused_package_is_an_error_and_is_not_stapled(self):
        with a_mac(notary=INVALID, kind="Installer") as mac:
            code, said = self.packed(mac)
            self.assertNotEqual(code, 0, said)
            self.assertIn("is not notarised", said)
            self.assertNotIn("stapled: ", said)
            self.assertEqual(mac.left_behind(), [])

    def test_without_secrets_there_are_packages_that_nobody_calls_signed(self):
        with a_mac() as mac:
            code, said = self.packed(mac, APPLE_INSTALLER_CERTIFICATE="")
            self.assertEqual(code, 0, said)
            self.assertEqual(said.count("NOT signed, NOT notarised"), 2)
            self.assertNotIn("--sign", "\n".join(mac.calls))

    def test_the_certificate_of_programs_is_not_taken_for_packages(self):
        with a_mac(kind="Application") as mac:
            code, said = self.packed(mac)
            self.assertNotEqual(code, 0)
            self.assertIn("not a Developer ID Installer certificate", said)

    def test_another_version_is_not_packed(self):
        with a_mac() as mac:
            code, said = self.packed(mac, VERSION="9.9.9")
            self.assertNotEqual(code, 0)
            self.assertIn("is not codesent", said)


if __name__ == "__main__":
    unittest.main()
