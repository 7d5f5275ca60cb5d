#!/usr/bin/env bash
# Prints how many runs, and how much time, each finding of the sample order-dependence costs. Needs a JDK 17 and Maven.
#   src/bench/diagnosis.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$PWD/target/bench
mkdir -p "$work/diagnosis"
mvn -q -B verify -DskipTests -DskipITs=false -Dinvoker.test=order-dependence
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath.txt"
classpath=target/classes:$(cat "$work/classpath.txt")
javac --release 17 -d "$work/diagnosis" -cp "$classpath" src/bench/java/io/github/testhygiene/bench/DiagnosisCosts.java
java -cp "$work/diagnosis:$classpath" io.github.testhygiene.bench.DiagnosisCosts target/it/order-dependence/target/test-hygiene/report.json
