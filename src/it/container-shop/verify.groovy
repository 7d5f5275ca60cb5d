import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

// Whatever Testcontainers does when the JVM ends, it does without a stack trace.
assert !new File(basedir, 'build.log').text.contains('Exception in thread')
assert report.json().database.provider == 'container'
assert report.json().database.image.contains('postgres')
assert report.counts() == [isolated: 10, victim: 1, brittle: 1]
assert report.verdict('CatalogIT.listsTheAssortment') == 'victim'
assert report.verdict('OrderIT.showsTheLatestOrder') == 'brittle'
assert report.findings('slow-test') == ['ReportIT.searchesTheWholeArchive']
