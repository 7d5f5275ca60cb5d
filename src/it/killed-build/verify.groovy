import io.github.testhygiene.it.Processes
import io.github.testhygiene.it.WrittenReport

try {
    assert WrittenReport.of(basedir).passed()
    assert new File(basedir, 'target/own.txt').text == "of the user's own run"
    assert new File(basedir, 'target/test-hygiene').list().sort() ==
            ['TEST-test-hygiene.xml', 'findings.sarif', 'index.html', 'report.json', 'summary.md']
    assert Processes.mentioning(new File(basedir, 'target').path).empty
} finally {
    context.builds?.close()
}
