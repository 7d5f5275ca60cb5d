#!/usr/bin/env bash
# Measures planning: how many runs in an order the seeded suite of src/it/order-dependence needs, by the plan and by
# random orders, and how much CPU time it takes to plan for, and to sum up, generated suites of 1,000, 10,000 and 50,000
# tests. Needs a JDK 17 and Maven.
#   src/bench/plan.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$PWD/target/bench
mkdir -p "$work/plan"
mvn -q -B test-compile org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath.txt"
classpath=target/classes:target/test-classes:$(cat "$work/classpath.txt")
javac --release 17 -d "$work/plan" -cp "$classpath" src/bench/java/io/github/testhygiene/plan/*.java src/bench/java/io/github/testhygiene/diagnosis/*.java
java -cp "$work/plan:$classpath" io.github.testhygiene.diagnosis.OrderCounts
exec java -Xmx512m -cp "$work/plan:$classpath" io.github.testhygiene.plan.PlanTimes
