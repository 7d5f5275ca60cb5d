import io.github.testhygiene.it.Processes
import io.github.testhygiene.it.WrittenReport

assert WrittenReport.of(basedir).counts() == [isolated: 2]
assert new File(basedir, 'target/test-hygiene').list().sort() ==
        ['TEST-test-hygiene.xml', 'findings.sarif', 'index.html', 'report.json', 'summary.md']

def data = new File(new File(basedir, 'target/data-directory').text)
assert !data.exists() && !data.parentFile.exists()

// Neither a test JVM nor a process of the server.
assert Processes.mentioning(new File(basedir, 'target').path).empty
assert Processes.mentioning(data.path).empty
