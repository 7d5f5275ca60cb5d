#!/usr/bin/env bash
# Shows how much heap the change log takes: 100,000 rows inserted, as many updated, and 100 values of 10 MB each, in a
# JVM of the given heap. Needs a JDK 17 and Maven, and the plugin's test classes: mvn test-compile.
#   src/bench/memory.sh 24m
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$PWD/target/bench
mkdir -p "$work/memory"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath.txt"
classpath=target/classes:target/test-classes:$(cat "$work/classpath.txt")
javac --release 17 -d "$work/memory" -cp "$classpath" src/bench/java/io/github/testhygiene/recording/*.java
for kind in insert update large; do
  java "-Xmx${1:-64m}" -XX:+UseSerialGC -cp "$work/memory:$classpath" io.github.testhygiene.recording.ChangeLogMemory 100000 "$kind"
done
