import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts() == [
        'BooksIT.areFoundByAuthor'                   : 'isolated',
        'BooksIT.areNoneAtFirst'                     : 'isolated',
        'DataSourceIT.hasTheTablesOfTheEntities'     : 'isolated',
        'DataSourceIT.isTheOneThatThePluginProvides' : 'isolated',
]
assert report.runs('reference')[0].failed.empty
assert report.passed()
// Hibernate makes the tables when the application starts: that is no fault of the test which happens to be the first.
assert report.test('BooksIT.areNoneAtFirst').rowsLeft != null
assert report.warnings('leaves-schema') == [] && report.warnings('leaves-rows') == []
assert report.messages('leaves-schema').every { it.contains('the first to start the application') && it.contains('`public.book`') }
assert report.findings('leaves-schema').size() == 1 && report.findings('leaves-schema')[0].startsWith('BooksIT')
assert report.warnings('opens-connections') == [] && report.warnings('duplicate-statement') == []
assert report.findings('never-reaches-database') == [] && report.findings('leaves-session') == []
