import io.github.testhygiene.it.WrittenReport

try {
    def report = { WrittenReport.inDirectory(new File(basedir, "target/$it")) }
    def noChangeLog = report('no-change-log')
    def noStatementLog = report('no-statement-log')
    def neither = report('neither')

    // What the server cannot tell is left out, and said once; the rest works.
    assert noChangeLog.evidence().noChangeLog.contains('wal_level') && !noChangeLog.evidence().noStatementLog
    assert noChangeLog.json().tests.every { it.rowsLeft == null }
    assert noChangeLog.sql('LedgerIT.books').statements == 1 && noChangeLog.findings('leaves-rows') == []
    assert noChangeLog.findings('never-reaches-database') == ['LedgerIT.computes']

    assert noStatementLog.evidence().noStatementLog.contains('pg_stat_statements') && !noStatementLog.evidence().noChangeLog
    assert noStatementLog.json().tests.every { it.sql == null }
    assert noStatementLog.rowsLeft('LedgerIT.books') == ['public.ledger': [1, 0, 0]] && noStatementLog.rowsLeft('LedgerIT.sums') == [:]
    assert noStatementLog.findings('leaves-rows') == ['LedgerIT.books']
    assert noStatementLog.findings('never-reaches-database') == [] && noStatementLog.findings('uses-another-database') == []

    assert neither.evidence().noChangeLog.contains('databaseEvidence') && neither.evidence().noStatementLog.contains('databaseEvidence')
    assert neither.json().tests.every { it.rowsLeft == null && it.sql == null && it.traces == null }
    assert neither.findings('leaves-rows') == [] && neither.findings('never-reaches-database') == []

    // Each part says for itself whether it was observed.
    def kinds = { it.evidence().parts.collectEntries { part, seen -> [part, seen.kind] } }
    assert kinds(noChangeLog).subMap('use', 'statements', 'rows') == [use: 'seen', statements: 'seen', rows: 'not-observed']
    assert kinds(noStatementLog).subMap('use', 'statements', 'rows') == [use: 'seen', statements: 'not-observed', rows: 'seen']
    assert kinds(neither).values().toSet() == ['not-observed'] as Set

    def lines = new File(basedir, 'build.log').readLines()
    for (said in ['Rows left were not recorded', 'Statements were not recorded', 'Rows left and statements were not recorded']) {
        assert lines.count { it.contains(said) } == 1
    }

    // Neither of the two servers has anything of ours any more.
    assert context.left == ['postgres', 'template0', 'template1']
    assert context.server.databases() + context.server.replicationSlots() == ['postgres', 'template0', 'template1']
} finally {
    context.server?.close()
}
