"""Draws what a terminal shows, read from the standard input with its colours, as an SVG that needs no font from elsewhere.

python terminal.py "the command that was typed" finding.svg
"""

import io
import sys

from rich.console import Console
from rich.padding import Padding
from rich.terminal_theme import TerminalTheme
from rich.text import Text

BACKGROUND = (22, 27, 34)
TEXT = (230, 237, 243)
# Black, red, green, yellow, blue, magenta, cyan, white: each at least 4.5 to 1 on the background, but for black.
COLOURS = [(40, 44, 52), (255, 123, 114), (126, 231, 135), (242, 204, 96), (121, 192, 255), (214, 164, 255), (118, 227, 234), TEXT]
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
FORMAT = f"""<svg viewBox="0 0 {{terminal_width}} {{terminal_height}}" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title">
<title id="title">TITLE</title>
<style>text {{{{ font: {{char_height}}px {FONTS}; white-space: pre }}}}
{{styles}}</style>
<rect fill="#161b22" width="{{terminal_width}}" height="{{terminal_height}}" rx="8"/>
<defs>{{lines}}</defs>
{{backgrounds}}
{{matrix}}
</svg>
"""


def main() -> None:
    """Reads the standard input and writes the picture that is named."""
    typed, path = sys.argv[1:]
    screen = Text.assemble(("$ ", "bold"), f"{typed}\n\n", Text.from_ansi(sys.stdin.read().rstrip()))
    columns = max(len(line) for line in screen.plain.splitlines()) + 4
    console = Console(record=True, width=columns, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Padding(screen, (1, 2)))
    theme = TerminalTheme(BACKGROUND, TEXT, COLOURS)
    svg = console.export_svg(theme=theme, code_format=FORMAT.replace("TITLE", f"What is shown by: {typed}"), unique_id="terminal")
    with open(path, "w", encoding="utf-8") as file:
        file.write(svg)


main()
