#!/usr/bin/env bash
# Shows that nothing grows, as src/docs/soak.md tells. Called by mvn verify -Psoak, after the plugin was installed for the
# samples. Linux only, since it reads /proc.
#   src/bench/soak.sh CHECKS CLASSES
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

checks=${1:-200} classes=${2:-200}
work=$PWD/target/soak
repository=$PWD/target/local-repo
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -1)
temporary=$work/tmp
rm -rf "$work"
mkdir -p "$temporary"
sed "s/@project.version@/$version/" src/it/parent/pom.xml > "$work/parent.xml"
sed "s#@localRepositoryUrl@#file://$HOME/.m2/repository#" src/it/settings.xml > "$work/settings.xml"

head_of_pom() { # artifactId packaging pathToTheParent
  cat <<END
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>io.github.testhygiene.it</groupId><artifactId>parent</artifactId><version>1</version>
    <relativePath>$3/parent.xml</relativePath>
  </parent>
  <artifactId>$1</artifactId><packaging>$2</packaging>
END
}

plugins() { # testSourceDirectory
  cat <<END
  <build>
    <testSourceDirectory>$1</testSourceDirectory>
    <plugins>
      <plugin><artifactId>maven-failsafe-plugin</artifactId></plugin>
      <plugin><groupId>io.github.testhygiene</groupId><artifactId>test-hygiene-maven-plugin</artifactId></plugin>
    </plugins>
  </build>
</project>
END
}

# Every process below one, with itself.
below() {
  ps -eo pid=,ppid= | awk -v root="$1" '
    { parent[$1] = $2 }
    END {
      for (pid in parent) {
        for (each = pid; each > 1; each = parent[each]) {
          if (each == root) { print pid; break }
        }
      }
    }'
}

# Files and folders in the folder for temporary files that are not the JVM's own.
temporary_files() { find "$temporary" -mindepth 1 -maxdepth 1 ! -name 'hsperfdata_*' | wc -l; }

# Containers that Testcontainers or we started, on this machine's engine.
containers() { (docker ps -q --filter label=org.testcontainers 2>/dev/null || true) | wc -l; }

# Process and data folder of each server whose binaries are in our repository; it is no child of Maven's process.
servers() { ps -eo pid=,args= | awk -v ours="$repository/.cache/" 'index($2, ours) == 1 && $2 ~ /bin\/postgres$/ { for (i = 3; i < NF; i++) if ($i == "-D") print $1, $(i + 1) }'; }

processes() { # pid
  local server
  { below "$1"; servers | while read -r server _; do below "$server"; done; } | sort -u | wc -l
}

databases() {
  local folder
  servers | while read -r _ folder; do find "$folder/base" -mindepth 1 -maxdepth 1 -type d; done | wc -l
}

measure() { # pid modules file
  local heap
  jcmd "$1" GC.run > /dev/null
  heap=$(jcmd "$1" GC.heap_info | grep -E 'generation|region' | sed -n 's/.* used \([0-9]*\)K.*/\1/p' | awk '{s += $1} END {print s + 0}')
  if [ "$heap" = 0 ]; then return 1; fi
  # What grows can be found in these.
  servers | while read -r server _; do below "$server"; done | xargs -r ps -o args= -p | sort > "$work/processes-$2.txt"
  ls -l /proc/"$1"/fd | sed 's/.* -> //' | sort > "$work/handles-$2.txt"
  echo "$2,$heap,$(find /proc/"$1"/fd -mindepth 1 | wc -l),$(processes "$1"),$(databases),$(containers),$(temporary_files)" >> "$3"
}

# The JVM of a Maven that runs in the background.
jvm() {
  local pid
  for pid in $(below "$1"); do
    if [ "$(cat /proc/"$pid"/comm 2>/dev/null)" = java ]; then echo "$pid"; return; fi
  done
}

# Builds a folder, and measures after each module that is done, or every so many seconds.
run() { # folder heap name seconds
  local figures=$work/$3.csv log=$work/$3.log finished=0 now pid job
  echo "checks,heapKB,handles,processes,databases,containers,files" > "$figures"
  MAVEN_OPTS="-Xmx$2 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=$temporary" \
    mvn -B -ntp -s "$work/settings.xml" -Dmaven.repo.local="$repository" -f "$1" verify > "$log" 2>&1 &
  job=$!
  while kill -0 "$job" 2>/dev/null; do
    sleep "$4"
    now=$(grep -c ':check (default) @' "$log" || true)
    pid=$(jvm "$job" || true)
    if [ -n "$pid" ] && { [ "$now" -gt "$finished" ] || [ "$4" -gt 1 ]; }; then
      measure "$pid" "$now" "$figures" 2>/dev/null || true # it may have ended meanwhile
      finished=$now
    fi
  done
  wait "$job" || { tail -50 "$log"; echo "The build failed: $log"; exit 1; }
}

nothing_is_left() {
  local each left
  left=$(servers
    find "$temporary" -mindepth 1 -maxdepth 1 ! -name 'hsperfdata_*'
    find "$work" -name 'test-hygiene-build-*'
    for each in /proc/[0-9]*; do
      if [ "${each#/proc/}" != "$$" ] && [ "${each#/proc/}" != "$BASHPID" ]; then
        (tr '\0' ' ' < "$each/cmdline") 2>/dev/null | grep -F "$temporary" | cut -c1-200 || true
      fi
    done)
  if [ -n "$left" ]; then echo "Something is left: $left"; exit 1; fi
}

echo "Checking clean-suite $checks times in one Maven process"
mkdir -p "$work/checks"
{
  head_of_pom checks pom ..
  echo "  <modules>"
  for n in $(seq "$checks"); do echo "    <module>m$n</module>"; done
  echo "  </modules>"
  echo "</project>"
} > "$work/checks/pom.xml"
for n in $(seq "$checks"); do
  mkdir "$work/checks/m$n"
  { head_of_pom "m$n" jar ../..; plugins "$PWD/src/it/clean-suite/src/test/java"; } > "$work/checks/m$n/pom.xml"
done
before=$(containers)
run "$work/checks" 512m checks 1
nothing_is_left
if [ "$(containers)" -gt "$before" ]; then echo "Containers are left"; exit 1; fi
cat "$work/checks.csv"
# Connections for administration are kept, as many as were ever used at once, which takes a few checks to become so many.
# Compared with what there was after a tenth of the checks, when all classes are loaded. Maven keeps each module in mind,
# and each module has a database and a template until the session ends.
awk -F, '
  NR > 1 && $1 >= 1 { n++; for (i = 1; i <= 7; i++) v[n, i] = $i }
  function most(column, name, allowed) {
    if (v[n, column] - v[a, column] > allowed) {
      print name " grew from " v[a, column] " to " v[n, column]
      bad = 1
    }
  }
  END {
    if (n < 2) { print "There are too few figures to compare."; exit 1 }
    a = int(n / 10) + 1
    if (a >= n) a = n - 1
    modules = v[n, 1] - v[a, 1]
    most(2, "The heap", 10240 + 200 * modules)
    most(3, "Handles", 25)
    most(4, "Processes", 10)
    most(5, "Databases", 2 * modules + 8)
    most(6, "Containers", 0)
    most(7, "Temporary files", 1)
    if (!bad) print "Nothing grew: heap " v[a, 2] " and " v[n, 2] " KB, handles " v[a, 3] " and " v[n, 3]
    exit bad
  }' "$work/checks.csv"

echo "Checking $((classes * 10)) tests in $classes classes"
sources=$work/suite/src/test/java/com/example
mkdir -p "$sources"
{ head_of_pom suite jar ..; plugins src/test/java; } > "$work/suite/pom.xml"
for n in $(seq "$classes"); do
  {
    printf 'package com.example;\n\nimport org.junit.jupiter.api.Test;\n\nclass Part%sIT {\n' "$n"
    for t in $(seq 10); do
      cat <<END

    @Test
    void test$t() throws Exception {
        try (var connection = java.sql.DriverManager.getConnection(
                System.getProperty("test-hygiene.jdbc.url"),
                System.getProperty("test-hygiene.jdbc.username"),
                System.getProperty("test-hygiene.jdbc.password"))) {
            org.junit.jupiter.api.Assertions.assertTrue(connection.isValid(5));
        }
    }
END
    done
    echo "}"
  } > "$sources/Part${n}IT.java"
done
run "$work/suite" 256m suite 10
nothing_is_left
awk -F, '
  NR > 1 { if ($2 > heap) heap = $2; if ($3 > handles) handles = $3 }
  END {
    print "At most " heap " KB of heap after a collection, and " handles " handles"
    exit handles > 500
  }' "$work/suite.csv"
