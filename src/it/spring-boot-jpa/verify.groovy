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
