import io.github.testhygiene.it.WrittenReport

def fast = WrittenReport.of(basedir)
def plain = WrittenReport.inDirectory(new File(basedir, 'target/plain'))
def notes = { new File(basedir.parentFile, 'fast-forks-notes-' + it) }

// The tests pass in every kind of JVM, those too that take it that their class path is made of folders.
for (report in [fast, plain]) {
    assert report.counts() == [isolated: 4]
    assert report.passed()
}
assert plain.json().forks.fast == 0 && plain.json().forks.plain == plain.json().runs.size() - 1
def forks = fast.json().forks
assert forks.plainClasses == ['com.example.launch.OwnFilesIT']
assert forks.repeated == 1
assert forks.fast >= 3 && forks.fast + forks.plain == fast.json().runs.size() - 1 + forks.repeated

// The user's own JVM comes first in each file, and is as the user wants it.
def lines = ['first', 'second', 'plain'].collectEntries { [it, notes(it).readLines()] }
lines.values().each { assert !it[0].contains('TieredStopAtLevel') && !it[0].contains('Archive') }
assert lines.plain.every { !it.replaceAll('-XX:ErrorFile=\\S+', '').contains('-XX:') }
assert lines.first.count { it.contains('-XX:ArchiveClassesAtExit=') || it.contains('-XX:AOTCacheOutput=') } in 1..2
assert lines.first.count { it.contains('-XX:TieredStopAtLevel=1') && it.contains('-XX:+UseSerialGC') } >= 1
// Nobody writes a second archive of the same classes.
assert lines.second.every { !it.contains('-XX:ArchiveClassesAtExit=') && !it.contains('-XX:AOTCacheOutput=') }
assert lines.second.any { it.contains('-XX:SharedArchiveFile=') || it.contains('-XX:AOTCache=') }

assert !notes('bad').exists()
def log = new File(basedir, 'build.log').text
assert log.contains("<forks> is 'quick', which is none of plain, fast.")
assert log.contains('The rest of com.example.launch.OwnFilesIT is run in plain forks')

['first', 'second', 'plain'].each { assert notes(it).delete() }
assert new File(basedir.parentFile, 'fast-forks-cache/forks').listFiles().size() == 1
assert new File(basedir.parentFile, 'fast-forks-cache').deleteDir()
