import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

// As in order-dependence: what the application does at its start changes nothing of it.
def truth = [
        'BasketIT.startsEmpty'                  : ['victim', ['BasketWebIT.leavesATeapot'], 'database', ['public.basket']],
        'CurrencyIT.isTheEuro'                  : ['victim', ['CurrencySwitchIT.switchesToFrancs'], 'jvm', ['system-property shop.currency']],
        'InvoiceNumberIT.startsAtOne'           : ['victim', ['InvoiceRollbackIT.takesANumberAndRollsBack'], 'database', ['public.invoice_number']],
        'PriceListIT.showsThePriceOfTheDatabase': ['victim', ['PricePromotionIT.showsThePromotionsPrice'], 'jvm', ['static-field com.example.shop.PriceCache.CACHE']],
        'SearchIT.findsTheTeapot'               : ['brittle', ['CatalogIT.loadsTheSearchIndex'], 'jvm', ['static-field com.example.shop.SearchIndex.skus']],
]
assert report.verdicts().findAll { it.value != 'isolated' } == truth.collectEntries { test, row -> [test, row[0]] }
truth.each { test, row ->
    def (verdict, culprits, leak, through) = row
    def diagnosis = report.diagnosis(test)
    assert [test, diagnosis.culprits()] == [test, [culprits.toSet()] as Set]
    assert [test, diagnosis.leaks()] == [test, [leak] as Set]
    assert [test, leak == 'database' ? diagnosis.needed() : diagnosis.traces()] == [test, through.toSet()]
    // The base rows, whose times differ, are nobody's.
    assert [test, diagnosis.harmless()] == [test, [] as Set]
}
// Alone, each test makes the schema and the base rows; only one writes and does not read.
assert report.findings('write-not-read-back') == ['WarehouseIT.sellsACup']
