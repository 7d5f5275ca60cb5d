#!/usr/bin/env bash
# Counts what lint says of the published tests of five libraries; src/docs/lint-precision.md tells what people made of
# it. Needs a JDK 17 and Maven.
#   src/bench/precision.sh                                    the counts of all rules
#   src/bench/precision.sh --list commons-dbcp2               every finding in one library
#   src/bench/precision.sh --list commons-dbcp2 no-assertion  only those of a rule
# The tests, and the class path that a library's own POM gives them, come through Maven.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

libraries=(
  org.jdbi:jdbi3-core:3.49.5
  org.apache.commons:commons-dbcp2:2.13.0
  org.apache.curator:curator-recipes:5.8.0
  org.apache.zookeeper:zookeeper:3.9.3
  org.axonframework:axon-messaging:4.11.1
)
plugin=org.apache.maven.plugins:maven-dependency-plugin:3.8.1
work=$PWD/target/bench
folder=$work/precision

resolve() {
  local name version
  IFS=: read -r _ name version <<< "$1"
  local library=$folder/$name
  # What is there stays: a published version does not change.
  [[ -s $library/classpath.txt && $(cat "$library/version.txt") == "$version" ]] && return
  rm -rf "$library"
  mkdir -p "$library"
  for kind in pom jar jar:tests; do
    mvn -q -B "$plugin:copy" -Dartifact="$1:$kind" -DoutputDirectory="$library"
  done
  mv "$library/$name-$version.pom" "$library/pom.xml"
  mv "$library/$name-$version.jar" "$library/main.jar"
  mv "$library/$name-$version-tests.jar" "$library/tests.jar"
  mvn -q -B -f "$library/pom.xml" "$plugin:build-classpath" -DincludeScope=test -Dmdep.outputFile="$library/classpath.txt"
  printf '%s' "$version" > "$library/version.txt"
}

for library in "${libraries[@]}"; do
  resolve "$library"
done
mvn -q -B compile -Dstyle.color=never
mvn -q -B "$plugin:build-classpath" -DincludeScope=test -Dmdep.outputFile="$work/classpath.txt"
mkdir -p "$work/classes-precision"
classpath=target/classes:$(cat "$work/classpath.txt")
javac --release 17 -d "$work/classes-precision" -cp "$classpath" src/bench/java/io/github/testhygiene/bench/Precision.java
[[ ${1:-} == --list ]] && shift
exec java -Xmx1g -cp "$work/classes-precision:$classpath" io.github.testhygiene.bench.Precision "$folder" "$@"
