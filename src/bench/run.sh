#!/usr/bin/env bash
# Measures what src/docs/benchmarks.md tells: prints a table and writes target/benchmark-cost.json. Needs a JDK 17 and Maven.
#   src/bench/run.sh                        everything, about 20 minutes
#   src/bench/run.sh recorder alone         only these: provision, clone, recorder, alone, lint
#   src/bench/run.sh lint                   the lint alone, about a minute
# PAIRS, STARTS and BLOCKS set how often: pairs of recorded and unrecorded runs (16), server starts (9), blocks of
# ten alone runs (4). LINTS is how many JVMs lint (9). QUIET is how many seconds to wait at most, before a server's start, for others to leave the
# machine alone (30).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$PWD/target/bench
sample=$work/sample
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml)
repository=$(mvn -q -B org.apache.maven.plugins:maven-help-plugin:3.5.1:evaluate -Dexpression=settings.localRepository -DforceStdout)

if [ "$*" = lint ]; then
  echo "Building the plugin"
  mvn -q -B process-test-classes -DskipTests
else
  echo "Building the plugin, into a repository of its own"
  mvn -q -B package invoker:install@samples -DskipTests -DskipITs=false
fi
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath.txt"

rm -rf "$sample" "$work/classes" "$work/lint"
mkdir -p "$work/classes" "$work/lint/templates"
cp -R src/bench/sample "$sample"
for number in $(seq -w 20); do
  printf 'package com.example.ledger;\n\nclass Ledger%sIT extends LedgerTests {}\n' "$number" \
    > "$sample/src/test/java/com/example/ledger/Ledger${number}IT.java"
done

classpath=target/classes:target/test-classes:$(cat "$work/classpath.txt")
libraries=$(printf '%s:' target/lint-libraries/*.jar)$(cat "$work/classpath.txt")
javac --release 17 -g -parameters -proc:none -nowarn -d "$work/lint/templates" -cp "$libraries" $(find src/bench/lint -name '*.java')
printf '%s' "$libraries" > "$work/lint/classpath.txt"
javac --release 17 -d "$work/classes" -cp "$classpath" src/bench/java/io/github/testhygiene/bench/*.java
exec java -cp "$work/classes:$classpath" io.github.testhygiene.bench.Benchmark \
  "$sample" "file://$repository" "$PWD/target/local-repo" "$version" "$@"
