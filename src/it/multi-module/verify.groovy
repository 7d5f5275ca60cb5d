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

def log = new File(basedir, 'build.log').text
assert log.count('As recorded: ModuleBIT.hasADatabaseOfItsOwn passed alone.') == 2
assert log.count('Skipped: what is to be replayed stands in no report of this module.') == 3
assert log.count('Running com.example.ModuleAIT') == 2 // in the first two builds
assert log =~ /knows nothing called 'ModuleBIT#hasADatabase'; it knows .*com\.example\.ModuleBIT#hasADatabaseOfItsOwn/
