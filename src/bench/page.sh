#!/usr/bin/env bash
# Measures the report of 10,000 tests in Chromium: how large the file is, when its first content is painted, and how
# long the table takes from a keystroke in the filter to its rows. Prints five runs and their median, and writes the
# median to target/bench/page.json. Needs a JDK 17, Maven and Chromium.
#   src/bench/page.sh
#   src/bench/page.sh -Dbrowser.chromium=/opt/chromium/chrome
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$PWD/target/bench
mvn -q -B -Pbrowser test-compile "$@" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath-browser.txt"
mkdir -p "$work/classes-page"
classpath=target/browser-classes:target/classes:target/test-classes:$(cat "$work/classpath-browser.txt")
javac --release 17 -d "$work/classes-page" -cp "$classpath" src/bench/java/io/github/testhygiene/report/PageTimes.java
exec java "$@" -cp "$work/classes-page:$classpath" io.github.testhygiene.report.PageTimes
