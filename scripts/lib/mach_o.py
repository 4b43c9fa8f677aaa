#!/usr/bin/env python3
"""Tells what Mach-O programs need, without a Mac: architecture, oldest macOS, libraries, and whether a signature is right.

    mach_o.py [--minimum 11.0] [--most BYTES] FILE...   ends with 1 where a file needs a newer macOS than that, is not
                                                        rightly signed, is larger, or imports what macOS does not bring

Nothing is written here: joining, stripping and signing are done by lipo, strip and codesign, or LLVM's and rcodesign.

The format: mach-o/fat.h, mach-o/loader.h and kern/cs_blobs.h, which Apple publishes with xnu and cctools.
"""

import argparse
import hashlib
import pathlib
import struct
import sys

FAT_MAGIC = 0xCAFEBABE
MH_MAGIC_64 = 0xFEEDFACF
CPUS = {0x01000007: "x86_64", 0x0100000C: "arm64"}
LC_CODE_SIGNATURE = 0x1D
CS_CODE_DIRECTORY = 0xFADE0C02
CS_SHA256 = 2
LC_VERSION_MIN_MACOSX = 0x24
LC_BUILD_VERSION = 0x32
# load, weak, re-exported, lazy, upward
LC_DYLIBS = {0x0C: "", 0x80000018: " (weak)", 0x8000001F: " (re-exported)", 0x20: " (lazy)", 0x80000023: " (upward)"}


def slices(data):
    """The thin files in a file: (offset, size)."""
    if struct.unpack_from(">I", data)[0] != FAT_MAGIC:
        return [(0, len(data))]
    (count,) = struct.unpack_from(">I", data, 4)
    return [struct.unpack_from(">II", data, 8 + 20 * at + 8) for at in range(count)]


def header(data, offset):
    magic, cpu, kind = struct.unpack_from("<III", data, offset)
    if magic != MH_MAGIC_64:
        sys.exit("not a 64-bit Mach-O file")
    return cpu, kind


def version(number):
    return f"{number >> 16}.{number >> 8 & 0xFF}"


def load_commands(data, offset):
    """Where each load command is: (kind, offset, size)."""
    (count,) = struct.unpack_from("<I", data, offset + 16)
    at = offset + 32
    for _ in range(count):
        command, size = struct.unpack_from("<II", data, at)
        yield command, at, size
        at += size


def directory(data, at):
    """Where the code directory of a signature is, and its fields: hashes, slots, limit, log2 of the page size."""
    (count,) = struct.unpack_from(">I", data, at + 8)
    for index in range(count):
        (place,) = struct.unpack_from(">I", data, at + 12 + 8 * index + 4)
        if struct.unpack_from(">I", data, at + place)[0] == CS_CODE_DIRECTORY:
            start = at + place
            hashes, _, _, slots, limit = struct.unpack_from(">5I", data, start + 16)
            _, kind, _, page = struct.unpack_from("4B", data, start + 36)
            if kind != CS_SHA256:
                sys.exit("a signature with other hashes than SHA-256")
            return start, hashes, slots, limit, 1 << page
    sys.exit("a signature without a code directory")


def is_rightly_signed(data, offset, at):
    start, hashes, slots, limit, page = directory(data, offset + at)
    code = data[offset : offset + limit]
    found = b"".join(hashlib.sha256(code[here : here + page]).digest() for here in range(0, limit, page))
    return limit == at and len(found) == 32 * slots and data[start + hashes : start + hashes + len(found)] == found


def describe(data, offset):
    cpu, _ = header(data, offset)
    facts = {"cpu": CPUS.get(cpu, hex(cpu)), "minimum": "unknown", "libraries": [], "signed": False}
    for command, at, size in load_commands(data, offset):
        if command == LC_BUILD_VERSION:
            facts["minimum"] = version(struct.unpack_from("<I", data, at + 12)[0])
        elif command == LC_VERSION_MIN_MACOSX:
            facts["minimum"] = version(struct.unpack_from("<I", data, at + 8)[0])
        elif command == LC_CODE_SIGNATURE:
            facts["signed"] = is_rightly_signed(data, offset, struct.unpack_from("<I", data, at + 8)[0])
        elif command in LC_DYLIBS:
            (name,) = struct.unpack_from("<I", data, at + 8)
            text = data[at + name : at + size].split(b"\0")[0].decode()
            facts["libraries"].append(text + LC_DYLIBS[command])
    return facts


def look(files, minimum, most):
    """Prints what each file is; returns what is wrong with them."""
    wrong = []
    for file in files:
        data = pathlib.Path(file).read_bytes()
        for offset, size in slices(data):
            facts = describe(data, offset)
            print(f"{file} [{facts['cpu']}]: {size / 1e6:.2f} MB, macOS {facts['minimum']} and later")
            for library in facts["libraries"]:
                print(f"    {library}")
                if not library.startswith(("/usr/lib/", "/System/Library/")):
                    wrong.append(f"{file} imports {library}, which macOS does not bring")
            if minimum and facts["minimum"] != minimum:
                wrong.append(f"{file} [{facts['cpu']}] is for macOS {facts['minimum']}, not {minimum}")
            if most and size > most:
                wrong.append(f"{file} [{facts['cpu']}] has {size} bytes, more than {most}")
            # Apple silicon starts nothing without a signature; the linker makes one that names nobody.
            if facts["cpu"] == "arm64" and not facts["signed"]:
                wrong.append(f"{file} [arm64] is not rightly signed, not even by the linker")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minimum")
    parser.add_argument("--most", type=int)
    parser.add_argument("file", nargs="+")
    arguments = parser.parse_args()
    wrong = look(arguments.file, arguments.minimum, arguments.most)
    for line in wrong:
        print(f"mach_o.py: {line}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
