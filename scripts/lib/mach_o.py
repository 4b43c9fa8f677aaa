#!/usr/bin/env python3
"""Joins Mach-O files into a universal one, and tells what such a file needs: architecture, oldest macOS, libraries.

    mach_o.py join OUT THIN...                            what `lipo -create` does
    mach_o.py look [--minimum 11.0] [--most BYTES] FILE...   ends with 1 where a file needs a newer macOS than that, is not
                                                          signed, is larger, or imports what macOS does not bring

The format: mach-o/fat.h and mach-o/loader.h, which Apple publishes with xnu and cctools.
"""

import argparse
import pathlib
import struct
import sys

FAT_MAGIC = 0xCAFEBABE
MH_MAGIC_64 = 0xFEEDFACF
CPUS = {0x01000007: "x86_64", 0x0100000C: "arm64"}
LC_CODE_SIGNATURE = 0x1D
LC_VERSION_MIN_MACOSX = 0x24
LC_BUILD_VERSION = 0x32
# load, weak, re-exported, lazy, upward
LC_DYLIBS = {0x0C: "", 0x80000018: " (weak)", 0x8000001F: " (re-exported)", 0x20: " (lazy)", 0x80000023: " (upward)"}
# Slices begin at a page; Apple silicon has pages of 16 KiB.
ALIGNMENT = 14


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


def describe(data, offset):
    cpu, _ = header(data, offset)
    (commands,) = struct.unpack_from("<I", data, offset + 16)
    facts = {"cpu": CPUS.get(cpu, hex(cpu)), "minimum": "unknown", "libraries": [], "signed": False}
    at = offset + 32
    for _ in range(commands):
        command, size = struct.unpack_from("<II", data, at)
        if command == LC_BUILD_VERSION:
            facts["minimum"] = version(struct.unpack_from("<I", data, at + 12)[0])
        elif command == LC_VERSION_MIN_MACOSX:
            facts["minimum"] = version(struct.unpack_from("<I", data, at + 8)[0])
        elif command == LC_CODE_SIGNATURE:
            facts["signed"] = True
        elif command in LC_DYLIBS:
            (name,) = struct.unpack_from("<I", data, at + 8)
            text = data[at + name : at + size].split(b"\0")[0].decode()
            facts["libraries"].append(text + LC_DYLIBS[command])
        at += size
    return facts


def join(out, files):
    thin = [pathlib.Path(file).read_bytes() for file in files]
    entries, body = b"", b""
    start = 8 + 20 * len(thin)
    for data in thin:
        cpu, _ = header(data, 0)
        (subtype,) = struct.unpack_from("<I", data, 8)
        gap = -(start + len(body)) % (1 << ALIGNMENT)
        body += b"\0" * gap
        entries += struct.pack(">IIIII", cpu, subtype, start + len(body), len(data), ALIGNMENT)
        body += data
    path = pathlib.Path(out)
    path.write_bytes(struct.pack(">II", FAT_MAGIC, len(thin)) + entries + body)
    path.chmod(0o755)


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
                wrong.append(f"{file} [arm64] is not signed, not even by the linker")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    joining = verbs.add_parser("join")
    joining.add_argument("out")
    joining.add_argument("thin", nargs="+")
    looking = verbs.add_parser("look")
    looking.add_argument("--minimum")
    looking.add_argument("--most", type=int)
    looking.add_argument("file", nargs="+")
    arguments = parser.parse_args()
    if arguments.verb == "join":
        join(arguments.out, arguments.thin)
        return
    wrong = look(arguments.file, arguments.minimum, arguments.most)
    for line in wrong:
        print(f"mach_o.py: {line}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
