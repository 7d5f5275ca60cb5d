import io.github.testhygiene.it.WrittenReport

for (folder in ['target', 'target-parallel']) {
    for (module in ['a', 'b']) {
        def report = WrittenReport.inDirectory(new File(basedir, "$module/$folder"))

        assert report.counts() == [isolated: 2]
        assert report.json().project.artifactId == module
        assert report.passed()
    }
    def (a, b) = ['a', 'b'].collect { new File(basedir, "$it/$folder/where.txt").text.split(' ') }
    assert a[0] == b[0] // one server
    assert a[1] != b[1] // two databases
}
