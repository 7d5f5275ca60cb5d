import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.counts() == [isolated: 10, victim: 1, brittle: 1]
assert report.verdict('CatalogIT.listsTheAssortment') == 'victim'
assert report.verdict('OrderIT.showsTheLatestOrder') == 'brittle'
assert report.runs('reference')[0].failed.empty
assert report.breaches() == ['brittle', 'victim'] as Set
