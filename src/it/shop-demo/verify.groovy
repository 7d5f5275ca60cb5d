import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts() == [
        'CatalogIT.changesAPrice'               : 'isolated',
        'CatalogIT.findsAProductByItsSku'       : 'isolated',
        'CatalogIT.listsTheAssortment'          : 'victim',
        'CatalogIT.refusesANegativePrice'       : 'isolated',
        'OrderIT.ordersANewProduct'             : 'isolated',
        'OrderIT.placesAnOrder'                 : 'isolated',
        'OrderIT.refusesToSellMoreThanIsInStock': 'isolated',
        'OrderIT.showsTheLatestOrder'           : 'brittle',
        'ReportIT.ranksTheFavourites'           : 'isolated',
        'ReportIT.saysZeroForAStranger'         : 'isolated',
        'ReportIT.searchesTheWholeArchive'      : 'isolated',
        'ReportIT.sumsUpWhatACustomerSpent'     : 'isolated',
]
assert report.findings('victim') == ['CatalogIT.listsTheAssortment']
assert report.findings('brittle') == ['OrderIT.showsTheLatestOrder']
// On a busy machine others may be slow as well.
assert 'ReportIT.searchesTheWholeArchive' in report.findings('slow-test')
assert !report.passed() && report.breaches() == ['brittle', 'victim'] as Set

assert report.runs('reference')*.outcome == ['completed'] && report.runs('reference')[0].failed.empty
assert report.runs('alone').size() == 12 && report.runs('reverse').size() == 1 && report.runs('shuffled').size() == 2
assert report.test('CatalogIT.listsTheAssortment').failure.message.contains('kettle')
assert report.json().database.provider == 'embedded'
assert new File(basedir, 'target/test-hygiene/index.html').text.contains('listsTheAssortment')
