"""Tests of what the scripts are made of: python3 -m unittest discover -s scripts/lib -p '*_test.py'"""

import contextlib
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

    def test_two_joined_are_two_and_begin_at_pages(self):
        with tempfile.TemporaryDirectory() as folder:
            files = [pathlib.Path(folder) / name for name in ("arm", "intel", "both")]
            files[0].write_bytes(thin(0x0100000C, 11, "/usr/lib/a"))
            files[1].write_bytes(thin(0x01000007, 11, "/usr/lib/b"))
            mach_o.join(files[2], files[:2])
            data = files[2].read_bytes()
            found = mach_o.slices(data)
            for (offset, size), file in zip(found, files):
                self.assertEqual(offset % 16384, 0)
                self.assertEqual(data[offset : offset + size], file.read_bytes())

    def test_a_signature_is_right_only_for_its_own_bytes(self):
        # A super blob with one code directory of two pages of 16 bytes.
        fields = struct.pack(">9I4B", mach_o.CS_CODE_DIRECTORY, 108, 0x20400, 0, 44, 0, 0, 2, 32, 32, 2, 0, 4)
        blob = struct.pack(">5I", 0xFADE0CC0, 128, 1, 0, 20) + fields + b"\0" * (108 - len(fields))
        code = bytes(range(32))
        signed = code + mach_o.sign(code, blob)
        self.assertTrue(mach_o.is_rightly_signed(signed, 0, 32))
        self.assertFalse(mach_o.is_rightly_signed(b"\1" + signed[1:], 0, 32))
        shorter = code[:20] + mach_o.sign(code[:20], blob)
        self.assertTrue(mach_o.is_rightly_signed(shorter, 0, 20))


if __name__ == "__main__":
    unittest.main()
