import io.github.testhygiene.it.Processes
import io.github.testhygiene.it.WrittenReport

def end = context.builds.next()
context.builds.close()
println end
assert end.left().empty

// What was known by then is reported, and says why it is not all.
def report = WrittenReport.of(basedir)
assert report.verdict('CounterIT.interruptsTheBuild') == 'unchecked'
assert report.test('CounterIT.interruptsTheBuild').reason.contains('the build was interrupted')
assert report.verdict('CounterIT.countsOnce') == 'unchecked'
assert report.json().runs.any { it.kind != 'reference' && it.outcome == 'completed' }
assert new File(basedir, 'target/test-hygiene/index.html').file

// And nothing stays behind.
def data = new File(new File(basedir, 'target/data-directory').text)
assert !data.exists() && !data.parentFile.exists()
assert Processes.mentioning(new File(basedir, 'target').path).empty
assert Processes.mentioning(data.path).empty
assert new File(basedir, 'target/test-hygiene').list().sort() ==
        ['TEST-test-hygiene.xml', 'findings.sarif', 'index.html', 'report.json', 'summary.md']
assert new File(basedir.parentFile, 'interrupted-build-rerun-once').delete()
