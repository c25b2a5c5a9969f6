#!/bin/sh
# Makes the pictures of README.md: finding.svg and page.png.
# Needs cargo, python3 with venv, Chromium (or its path in CHROMIUM), and pdftoppm, pdftotext, pdfinfo of poppler-utils.
set -eu
cd "$(dirname "$0")"

chromium=${CHROMIUM:-chromium}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo build --quiet --package enquire-cli
enquire=../../target/debug/enquire

# The finding, as a terminal shows it.
python3 -m venv "$work/python"
"$work/python/bin/python" -m pip install --quiet --disable-pip-version-check rich==15.0.0
"$enquire" check --format human --color always prison_health.enq > "$work/finding" || true
for code in value-not-in-scale double-question; do
  grep -q "\[$code\]" "$work/finding" || { echo "prison_health.enq no longer shows $code" >&2; exit 1; }
done
"$work/python/bin/python" terminal.py "enquire check prison_health.enq" finding.svg < "$work/finding"

# The printed page with the question on redress, 900 pixels wide.
"$enquire" build --quiet ../../examples/victim_issues --out "$work/out" > "$work/log"
"$chromium" --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
  --print-to-pdf="$work/form.pdf" "file://$work/out/form.en.html" 2>> "$work/log"
page=1
while ! pdftotext -f "$page" -l "$page" "$work/form.pdf" - | grep -q "Are there mechanisms through which victims"; do
  page=$((page + 1))
  if [ "$page" -gt "$(pdfinfo "$work/form.pdf" | sed -n 's/^Pages: *//p')" ]; then
    echo "no page has the question on redress" >&2
    exit 1
  fi
done
pdftoppm -f "$page" -l "$page" -singlefile -png -gray -scale-to-x 900 -scale-to-y -1 "$work/form.pdf" page
