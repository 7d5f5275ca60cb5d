import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
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
assert report.runs('alone').size() == 12 && report.runs('reverse').size() == 1 && report.runs('shuffled').count { it.label.startsWith('shuffled') } == 2
assert report.test('CatalogIT.listsTheAssortment').failure.message.contains('kettle')
assert report.json().database.provider == 'embedded'
assert new File(basedir, 'target/test-hygiene/index.html').text.contains('listsTheAssortment')

// What CI systems read says the same.
def written = { new File(basedir, "target/test-hygiene/$it") }
assert written('summary.md').text.contains('Failed: 1 victim, 1 brittle test')

def folder = report.json().project.folder
def root = folder.empty ? basedir : new File(basedir.canonicalPath[0..<-folder.length()])
def run = new JsonSlurper().parse(written('findings.sarif')).runs[0]
assert run.results.size() == report.json().findings.size()
run.results.each { result ->
    def place = result.locations[0].physicalLocation
    def source = new File(root, URI.create(place.artifactLocation.uri).path)
    assert source.file
    assert place.region == null || place.region.startLine <= source.readLines().size()
}
assert run.results.findAll { it.ruleId in ['victim', 'brittle'] }*.locations.flatten()*.physicalLocation*.region.every { it }

def suite = new XmlSlurper().parse(written('TEST-test-hygiene.xml'))
assert suite.testcase.findAll { it.failure.size() > 0 }*.@name*.text() as Set ==
        ['listsTheAssortment', 'showsTheLatestOrder', 'gate'] as Set
assert suite.@failures == '3' && !written('gl-code-quality-report.json').exists()
