"""Renders codesent in a pseudo-terminal, measures what can be read, and draws it. Called by scripts/pictures."""

import argparse
import html
import os
import pathlib
import pty
import re
import select
import subprocess
import sys

import pyte

ROOT = pathlib.Path(__file__).resolve().parents[2]
COLUMNS = 80
NAMES = ["black", "red", "green", "brown", "blue", "magenta", "cyan", "white"]
NAMES += ["brightblack", "brightred", "brightgreen", "brightbrown", "brightblue", "brightmagenta", "brightcyan", "brightwhite"]

# Text, ground and the 16 colours of each, as collections of terminal themes have them.
BASIC = "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5"
DARK = "000000 c65339 6ac44b b8b74a 6444ed d357db 69c1cf d1d1d1 909090 eb5a3a 77ea51 efef53 d09af9 eb5af7 78f1f2 ededed"
PRO = "000000 990000 00a600 999900 2009db b200b2 00a6b2 bfbfbf 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5"
SOLARIZED = "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3"
PALETTES = {
    "basic": ("000000", "ffffff", BASIC),
    "basic-dark": ("ffffff", "1d1e1d", DARK),
    "pro": ("f2f2f2", "000000", PRO),
    "solarized-light": ("657b83", "fdf6e3", SOLARIZED),
    "solarized-dark": ("839496", "002b36", SOLARIZED),
}
# With the 256 colours, which no theme changes. With the 16, the marks are words and large, and the theme decides.
LEAST = {"xterm-256color": 4.5, "xterm": 3.0}

# Browsers make one space of several.
NO_BREAK = "\N{NO-BREAK SPACE}"
CELL = (8.4, 18)
MARGIN = 14


def pages():
    """What is looked at: name and arguments."""
    filtered, healthy = (str(ROOT / f"docs/examples/{name}.json") for name in ("dns-filter", "healthy"))
    return {
        "check": ["check", "--replay", filtered],
        "healthy": ["check", "--replay", healthy],
        "verbose": ["check", "-v", "--replay", filtered],
        "guide": ["guide", "--no-questions", "--color", "always", "--replay", filtered],
        "explain": ["explain", "dns/sinkhole"],
        "list": ["list"],
        "help": ["-h"],
    }


def run(binary, arguments, term):
    """The program's output on a terminal."""
    leader, follower = pty.openpty()
    os.set_blocking(leader, False)
    environment = {"TERM": term, "LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
    import fcntl
    import struct
    import termios

    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 400, COLUMNS, 0, 0))
    child = subprocess.Popen([binary, *arguments], stdin=subprocess.DEVNULL, stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    data = b""
    while True:
        ready, _, _ = select.select([leader], [], [], 0.2)
        try:
            chunk = os.read(leader, 65536) if ready else b""
        except OSError:
            break
        if not chunk and child.poll() is not None:
            break
        data += chunk
    os.close(leader)
    if child.wait() not in (0, 1, 3):
        sys.exit(f"pictures: {arguments} ended with {child.returncode}: {data.decode(errors='replace')}")
    return data.decode()


def screen(text):
    """Its cells, line by line, without what is empty below."""
    lines = text.count("\n") + 2
    shown = pyte.Screen(COLUMNS, lines)
    pyte.Stream(shown).feed(text)
    rows = [[shown.buffer[y][x] for x in range(COLUMNS)] for y in range(lines)]
    while rows and all(cell.data == " " and cell.bg == "default" for cell in rows[-1]):
        rows.pop()
    return rows


def color(name, palette, default):
    """A colour of pyte's as six digits; themes define the 16."""
    if name == "default":
        return default
    return palette[2].split()[NAMES.index(name)] if name in NAMES else name


def luminance(digits):
    def channel(value):
        value /= 255
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(int(digits[at : at + 2], 16)) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """As WCAG 2 has it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def measured(rows, palette):
    """The lowest contrast of what brings colours of its own, and whether that is all there is."""
    lowest, wrong = 99.0, []
    for number, row in enumerate(rows):
        for cell in row:
            if cell.data.strip() and (cell.fg, cell.bg) != ("default", "default"):
                found = contrast(color(cell.fg, palette, palette[0]), color(cell.bg, palette, palette[1]))
                lowest = min(lowest, found)
                # An ink without a ground is at the theme's mercy.
                if "default" in (cell.fg, cell.bg):
                    wrong.append(f"line {number + 1}: {cell.data!r} is {cell.fg} on {cell.bg}")
    return lowest, wrong


def svg(rows, palette, title):
    """A picture."""
    width, height = COLUMNS * CELL[0] + 2 * MARGIN, len(rows) * CELL[1] + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" viewBox="0 0 {width:.0f} {height}" role="img">',
        f"<title>{html.escape(title)}</title>",
        f'<rect width="100%" height="100%" rx="8" fill="#{palette[1]}"/>',
        '<g font-family="Menlo, DejaVu Sans Mono, Consolas, monospace" font-size="14">',
    ]
    for y, row in enumerate(rows):
        x = 0
        while x < COLUMNS:
            cell, start = row[x], x
            while x < COLUMNS and (row[x].fg, row[x].bg, row[x].bold) == (cell.fg, cell.bg, cell.bold):
                x += 1
            text = "".join(one.data for one in row[start:x])
            left, top, wide = MARGIN + start * CELL[0], MARGIN + y * CELL[1], (x - start) * CELL[0]
            if cell.bg != "default":
                ground = color(cell.bg, palette, palette[1])
                parts.append(f'<rect x="{left:.1f}" y="{top}" width="{wide:.1f}" height="{CELL[1]}" fill="#{ground}"/>')
            if text.strip():
                kept = text.rstrip()
                lead = len(kept) - len(kept.lstrip())
                kept, left = kept.lstrip(), left + lead * CELL[0]
                ink = color(cell.fg, palette, palette[0])
                weight = ' font-weight="bold"' if cell.bold else ""
                parts.append(
                    f'<text x="{left:.1f}" y="{top + 13}" fill="#{ink}"{weight} textLength="{len(kept) * CELL[0]:.1f}">{html.escape(kept).replace(" ", NO_BREAK)}</text>'
                )
    return "\n".join([*parts, "</g>", "</svg>"]) + "\n"


def uncounted(picture):
    """Without the number of checks, which every new one changes, and the room that it takes."""
    return re.sub(r'textLength="[^"]*">[^<]*checked[^<]*<', "", picture)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    wrong, count = [], 0
    for term, least in LEAST.items():
        for name, command in pages().items():
            rows = screen(run(arguments.binary, command, term))
            for theme, palette in PALETTES.items():
                lowest, odd = measured(rows, palette)
                wrong += [f"{name} on {theme} ({term}): {one}" for one in odd[:3]]
                if lowest < least:
                    wrong.append(f"{name} on {theme} ({term}): {lowest:.1f} is less than {least}")
                count += 1
                if term == "xterm-256color":
                    (arguments.out / f"{name}-{theme}.svg").write_text(svg(rows, palette, f"codesent {name}"))
                if name == "check":
                    own = contrast(palette[0], palette[1])
                    print(f"{term:15} {theme:16} badges at least {lowest:4.1f}, the theme's own text {own:4.1f}")
    for theme, name in {"basic": "check-light.svg", "basic-dark": "check-dark.svg"}.items():
        drawn, kept = arguments.out / f"check-{theme}.svg", ROOT / "docs/pictures" / name
        if arguments.write:
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(drawn.read_text())
        elif not kept.exists() or uncounted(kept.read_text()) != uncounted(drawn.read_text()):
            wrong.append(f"docs/pictures/{name} is old: scripts/pictures --write draws it anew")
    print("\n".join(wrong) or f"pictures: {count} pages on palettes, nothing that cannot be read")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
