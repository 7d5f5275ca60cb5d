import io.github.testhygiene.it.Processes
import io.github.testhygiene.it.WrittenReport

def maven = ["${System.getProperty('maven.home')}/bin/mvn", '-B', '-ntp', "-Dmaven.repo.local=$localRepositoryPath",
             '-s', new File(basedir.parentFile, 'interpolated-settings.xml').path]
def builds = new ProcessBuilder(['unshare', '--mount', 'sh', 'builds.sh', *maven]*.toString()).directory(basedir).inheritIO()
builds.environment().MAVEN_OPTS = '-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1'
assert builds.start().waitFor() == 0

def log = { new File(basedir, "${it}.log").text }
def small = log('small')
// Where the tests themselves fill the disk, failsafe may not be able to write what it has seen.
assert small.count('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed') >= 2
assert small.contains('BUILD SUCCESS')
assert !(small =~ /(?m)^\s+at \S+\(/)
assert small.contains('is that of an earlier build and cannot be deleted: Read-only file system.')
assert small.contains('read-only/target/test-hygiene: Read-only file system. The tests are run and checked with files in ')
assert small.count('What was found stands in this log') == 3
// What is written is whole, and no test is accused because of the disk.
def after = new File(basedir, 'after-small')
assert after.list().every { new File(after, "$it/test-hygiene").list().every { !it.contains('build') && !it.contains('unfinished') } }
['filled-by-your-run', 'filled-by-re-runs'].findAll { new File(after, "$it/test-hygiene/report.json").exists() }.each {
    assert (WrittenReport.inDirectory(new File(after, it)).counts().keySet() - ['unchecked', 'isolated']).empty
}
assert small =~ /(?s)Building filled-by-re-runs.*a disk was full while it ran/
assert !(small =~ /INFO\] 3 tests: .*(victim|brittle|failing|flaky|non-idempotent)/)

assert log('temporary') =~ /The data of the embedded PostgreSQL cannot be written to .*temporary.*: No space left on device/
assert new File(basedir, 'left-in-temporary').readLines() == ['filler']

// Nothing is left that could spoil the next build.
assert log('large').contains('BUILD SUCCESS')
['read-only', 'filled-by-your-run', 'filled-by-re-runs'].each {
    assert WrittenReport.inDirectory(new File(basedir, "after-large/$it")).counts() == [isolated: 3]
}
assert Processes.mentioning(basedir.path).empty
