#!/usr/bin/env python3
"""Joins Mach-O files into a universal one, and tells what such a file needs: architecture, oldest macOS, libraries.

    mach_o.py strip THIN...                               drops local symbols and renews the signature, as `strip -x` does
    mach_o.py join OUT THIN...                            what `lipo -create` does
    mach_o.py look [--minimum 11.0] [--most BYTES] FILE...   ends with 1 where a file needs a newer macOS than that, is not
                                                          rightly signed, is larger, or imports what macOS does not bring

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
LC_SYMTAB = 0x2
LC_DYSYMTAB = 0xB
LC_SEGMENT_64 = 0x19
LC_CODE_SIGNATURE = 0x1D
CS_CODE_DIRECTORY = 0xFADE0C02
CS_SHA256 = 2
# Entries of the indirect symbol table that are no index of a symbol.
INDIRECT_NONE = 0xC0000000
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


def strip(file):
    """Rewrites the end of the file: symbols that are not local, the indirect table, their names, the signature."""
    data = bytearray(pathlib.Path(file).read_bytes())
    header(data, 0)
    places = {command: at for command, at, _ in load_commands(data, 0)}
    linkedit = next(
        at
        for command, at, _ in load_commands(data, 0)
        if command == LC_SEGMENT_64 and data[at + 8 : at + 24].rstrip(b"\0") == b"__LINKEDIT"
    )
    symtab, dysymtab, signature = places[LC_SYMTAB], places[LC_DYSYMTAB], places.get(LC_CODE_SIGNATURE)
    symbols_at, count, names_at, names_size = struct.unpack_from("<4I", data, symtab + 8)
    # first local, locals, first defined, defined, first undefined, undefined; later: the indirect table
    ranges = list(struct.unpack_from("<6I", data, dysymtab + 8))
    indirect_at, indirect_count = struct.unpack_from("<2I", data, dysymtab + 56)
    dropped = ranges[1]
    if not dropped:
        return
    if ranges[0] != 0 or not symbols_at < indirect_at < names_at or ranges[1] + ranges[3] + ranges[5] != count:
        sys.exit(f"{file}: its symbols lie otherwise than this knows")

    symbols, names = b"", b" \0"
    for number in range(dropped, count):
        name, rest = struct.unpack_from("<I12s", data, symbols_at + 16 * number)
        text = bytes(data[names_at + name : names_at + names_size]).split(b"\0")[0]
        symbols += struct.pack("<I12s", len(names), rest)
        names += text + b"\0"
    indirect = b""
    for number in range(indirect_count):
        (index,) = struct.unpack_from("<I", data, indirect_at + 4 * number)
        indirect += struct.pack("<I", index if index & INDIRECT_NONE else index - dropped)
    names += b"\0" * (-(symbols_at + len(symbols) + len(indirect) + len(names)) % 16)

    blob = b""
    if signature:
        old_at, old_size = struct.unpack_from("<2I", data, signature + 8)
        blob = bytes(data[old_at : old_at + old_size])
    body = data[:symbols_at] + symbols + indirect + names
    end = len(body)
    struct.pack_into("<4I", body, symtab + 8, symbols_at, count - dropped, symbols_at + len(symbols) + len(indirect), len(names))
    struct.pack_into("<6I", body, dysymtab + 8, 0, 0, 0, ranges[3], ranges[3], ranges[5])
    struct.pack_into("<I", body, dysymtab + 56, symbols_at + len(symbols))
    (linkedit_at,) = struct.unpack_from("<Q", body, linkedit + 40)
    size = end + len(blob) - linkedit_at
    page = 1 << ALIGNMENT
    struct.pack_into("<Q", body, linkedit + 32, (size + page - 1) // page * page)
    struct.pack_into("<Q", body, linkedit + 48, size)
    if signature:
        # The blob keeps its size; fewer pages leave room at its end.
        struct.pack_into("<2I", body, signature + 8, end, len(blob))
        body += sign(bytes(body), blob)
    pathlib.Path(file).write_bytes(body)


def sign(code, blob):
    """The signature with the hashes of `code`, in the place of those of a longer one."""
    blob = bytearray(blob)
    start, hashes, slots, _, page = directory(blob, 0)
    found = b"".join(hashlib.sha256(code[here : here + page]).digest() for here in range(0, len(code), page))
    if len(found) > 32 * slots:
        sys.exit("the code has grown")
    struct.pack_into(">2I", blob, start + 28, len(found) // 32, len(code))
    rest = b"\0" * (32 * slots - len(found))
    blob[start + hashes : start + hashes + 32 * slots] = found + rest
    return bytes(blob)


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
                wrong.append(f"{file} [arm64] is not rightly signed, not even by the linker")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    stripping = verbs.add_parser("strip")
    stripping.add_argument("thin", nargs="+")
    joining = verbs.add_parser("join")
    joining.add_argument("out")
    joining.add_argument("thin", nargs="+")
    looking = verbs.add_parser("look")
    looking.add_argument("--minimum")
    looking.add_argument("--most", type=int)
    looking.add_argument("file", nargs="+")
    arguments = parser.parse_args()
    if arguments.verb == "strip":
        for file in arguments.thin:
            strip(file)
        return
    if arguments.verb == "join":
        join(arguments.out, arguments.thin)
        return
    wrong = look(arguments.file, arguments.minimum, arguments.most)
    for line in wrong:
        print(f"mach_o.py: {line}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
