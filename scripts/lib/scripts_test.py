"""Tests of what the scripts are made of: python3 -m unittest discover -s scripts/lib -p '*_test.py'"""

import contextlib
import hashlib
import io
import pathlib
import struct
import tempfile
import unittest

import mach_o


def thin(cpu, minimum, library):
    """The head of a Mach-O program: a header, the oldest macOS, one library."""
    name = library.encode() + b"\0" * (-len(library) % 8 or 8)
    build = struct.pack("<6I", mach_o.LC_BUILD_VERSION, 24, 1, minimum << 16, 0, 0)
    load = struct.pack("<6I", 0x0C, 24 + len(name), 24, 0, 0, 0) + name
    return struct.pack("<8I", mach_o.MH_MAGIC_64, cpu, 0, 2, 2, len(build + load), 0, 0) + build + load


def signature(code):
    """A super blob with one code directory, with the hashes of pages of 16 bytes."""
    hashes = [hashlib.sha256(code[at : at + 16]).digest() for at in range(0, len(code), 16)]
    size = 44 + 32 * len(hashes)
    fields = struct.pack(">9I4B", mach_o.CS_CODE_DIRECTORY, size, 0x20400, 0, 44, 0, 0, len(hashes), len(code), 32, 2, 0, 4)
    return struct.pack(">5I", 0xFADE0CC0, 20 + size, 1, 0, 20) + fields.ljust(44, b"\0") + b"".join(hashes)


class MachO(unittest.TestCase):
    def looked(self, data, **wanted):
        with tempfile.NamedTemporaryFile() as file, contextlib.redirect_stdout(io.StringIO()) as said:
            pathlib.Path(file.name).write_bytes(data)
            wrong = mach_o.look([file.name], wanted.get("minimum"), wanted.get("most"))
        return said.getvalue(), [line.split(" ", 1)[1] for line in wrong]

    def test_what_a_program_needs_is_seen(self):
        intel = thin(0x01000007, 11, "/usr/lib/libSystem.B.dylib")
        said, wrong = self.looked(intel, minimum="11.0", most=1000)
        self.assertIn("[x86_64]: 0.00 MB, macOS 11.0 and later\n    /usr/lib/libSystem.B.dylib", said)
        self.assertEqual(wrong, [])

    def test_what_is_wrong_with_one_is_said(self):
        arm = thin(0x0100000C, 13, "/opt/homebrew/lib/libssl.dylib")
        _, wrong = self.looked(arm, minimum="11.0", most=10)
        self.assertEqual(len(wrong), 4, wrong)
        for part in ["which macOS does not bring", "is for macOS 13.0, not 11.0", "more than 10", "is not rightly signed"]:
            self.assertTrue(any(part in line for line in wrong), part)

    def test_each_slice_of_a_universal_program_is_looked_at(self):
        arm = thin(0x0100000C, 11, "/usr/lib/a")
        intel = thin(0x01000007, 12, "/opt/lib/b")
        entries = struct.pack(">5I", 0x0100000C, 0, 16384, len(arm), 14)
        entries += struct.pack(">5I", 0x01000007, 3, 32768, len(intel), 14)
        data = struct.pack(">2I", mach_o.FAT_MAGIC, 2) + entries
        data = data.ljust(16384, b"\0") + arm
        said, wrong = self.looked(data.ljust(32768, b"\0") + intel, minimum="11.0")
        self.assertIn("[arm64]: 0.00 MB, macOS 11.0", said)
        self.assertIn("[x86_64]: 0.00 MB, macOS 12.0", said)
        self.assertEqual(len(wrong), 3, wrong)

    def test_a_signature_is_right_only_for_its_own_bytes(self):
        code = bytes(range(32))
        signed = code + signature(code)
        self.assertTrue(mach_o.is_rightly_signed(signed, 0, 32))
        self.assertFalse(mach_o.is_rightly_signed(b"\1" + signed[1:], 0, 32))
        # Right for these bytes, but not for all that stands before it.
        self.assertFalse(mach_o.is_rightly_signed(code + code + signature(code), 0, 64))


if __name__ == "__main__":
    unittest.main()
