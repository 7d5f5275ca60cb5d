# Runs in a mount namespace of its own: nobody else sees these disks, and they are gone with the last process.
# $@ is the Maven command. Logs go to *.log, what lies in the reports' folders afterwards to after-*/.
set -eu
disk() {
  mkdir -p "$1"
  mount -t tmpfs -o "size=$2" tmpfs "$1"
}
fill() {
  dd if=/dev/zero of="$1/filler" bs=4k 2>/dev/null || true
}
keep() {
  for module in read-only filled-by-your-run filled-by-re-runs; do
    mkdir -p "$1/$module"
    cp -r "$module/target/test-hygiene" "$1/$module"
  done
}

# A server that finds no room for shared memory.
disk /dev/shm 64k
fill /dev/shm

disk read-only/target/test-hygiene 64k
echo '{}' > read-only/target/test-hygiene/report.json
mount -o remount,ro read-only/target/test-hygiene
disk filled-by-your-run/target 2m
disk filled-by-re-runs/target 2m
mkdir filled-by-your-run/target/test-hygiene filled-by-re-runs/target/test-hygiene
mkdir temporary
export MAVEN_OPTS="$MAVEN_OPTS -Djava.io.tmpdir=$PWD/temporary"
"$@" verify --fail-at-end > small.log 2>&1 || true
keep after-small
ls -A temporary > left-in-temporary

disk temporary 64k
fill temporary
"$@" verify -pl read-only > temporary.log 2>&1 || true
ls -A temporary >> left-in-temporary

mount -o remount,rw,size=9m read-only/target/test-hygiene
mount -o remount,size=9m filled-by-your-run/target
mount -o remount,size=9m filled-by-re-runs/target
rm -f filled-by-*/target/test-hygiene/filler
umount temporary
"$@" verify -Dfill=never > large.log 2>&1 || true
keep after-large
