#!/usr/bin/env bash
# Makes the README's picture, src/docs/report.png: the top of the demo's report, 1200 pixels wide. Needs Chromium, and
# the report that mvn verify -Pdemo writes.
#   src/bench/picture.sh
#   CHROMIUM=/opt/chromium/chrome HEIGHT=1400 src/bench/picture.sh target/it/clean-suite/target/test-hygiene/index.html
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

report=${1:-target/it/shop-demo/target/test-hygiene/index.html}
if [ ! -f "$report" ]; then
  echo "There is no $report: run mvn verify -Pdemo before." >&2
  exit 1
fi
# A profile of its own, thrown away; the clock of the page runs ahead until nothing moves.
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
"${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" \
  --force-color-profile=srgb --window-size="1200,${HEIGHT:-1130}" --virtual-time-budget=3000 \
  --screenshot="$PWD/src/docs/report.png" "file://$(realpath "$report")" 2> "$profile/log" || { cat "$profile/log" >&2; exit 1; }
echo "Written: src/docs/report.png"
