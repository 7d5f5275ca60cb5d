import io.github.testhygiene.it.WrittenReport

def folders = (basedir.listFiles() as List).findAll { it.name.startsWith('comma') || it.name == 'link' }
assert folders.size() == (File.separatorChar == '/' as char ? 2 : 1)
def reports = folders.collect { WrittenReport.of(it) }
def ascii = WrittenReport.inDirectory(new File(basedir, 'template/target'))
assert ascii.json().tests*.methodName.contains('erreichtDieDatenbankÜberJdbc')

(reports + ascii).each { report ->
    assert report.counts() == [isolated: 2]
    assert report.json().runs*.outcome as Set == ['completed'] as Set
    assert report.json().evidence.noChangeLog == null
    assert report.passed()
}
// What a build needs while it runs is gone; the folder of a build that runs still is not ours to delete.
def left = folders.collectMany { new File(it, 'target/test-hygiene').list().findAll { it.startsWith('test-hygiene-build') } }
assert left == [context.running.name]
assert new File(basedir, 'build.log').getText('UTF-8').contains("Another build of this module is running (process ${ProcessHandle.current().pid()}")
