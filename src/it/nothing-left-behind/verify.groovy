import io.github.testhygiene.it.LeftFiles
import io.github.testhygiene.it.Processes
import io.github.testhygiene.it.WrittenReport

def there = { String module, String what -> new File(basedir, "$module/target/there/$what").readLines() }

assert WrittenReport.of(new File(basedir, 'first')).counts() == [isolated: 2]
def modules = ['first', 'second', 'third'] + (context.userProperties['engine'] ? ['container'] : [])
modules.each {
    assert new File(basedir, "$it/target/test-hygiene").list().sort() ==
            ['TEST-test-hygiene.xml', 'findings.sarif', 'index.html', 'report.json', 'summary.md']
}

// Two checks have ended before the third module's tests, one before the second's: in between nothing has been added but
// that module's database and its template, which stay until the session ends.
assert there('third', 'databases').size() == there('second', 'databases').size() + 2
assert there('third', 'sessions').size() == there('second', 'sessions').size()
assert there('third', 'processes') == there('second', 'processes')
assert there('third', 'handles') == there('second', 'handles')

// Afterwards nothing is left: neither the server's files nor others, neither a process nor a container.
def data = new File(there('first', 'data-directory')[0])
assert !data.exists() && !data.parentFile.exists()
assert context.temporary.list().length == 0
assert LeftFiles.outsideBuildDirectories(basedir) == context.files
assert Processes.mentioning(basedir.path).empty
assert Processes.mentioning(data.path).empty
if (context.userProperties['engine']) {
    assert WrittenReport.of(new File(basedir, 'container')).json().database.provider == 'container'
    def owners = ['docker', 'ps', '-a', '--filter', 'label=io.github.testhygiene.owner',
                  '--format', '{{.Label "io.github.testhygiene.owner"}}'].execute().text.readLines()
    assert owners.every { !it.startsWith(there('first', 'maven')[0] + ' ') }
}
