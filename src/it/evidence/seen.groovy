import io.github.testhygiene.it.WrittenReport

// What the database saw of the same tests, whatever its version: for evidence and evidence-versions, which set `versions`.
for (version in versions) {
    def report = WrittenReport.inDirectory(new File(basedir, "target/pg$version"))
    assert report.json().database.version ==~ /$version(\.\d+)?/
    assert report.passed() && report.runs('reference')[0].failed.empty

    // Rows: [inserted, updated, deleted] of each table in which something is left.
    def left = report.json().tests.collectEntries {
        def name = it.className.tokenize('.').last() + '.' + it.methodName
        [name, report.rowsLeft(name)]
    }.findAll { it.value }
    assert left == [
            'AccountIT.audits'         : ['public.account_audit': [3, 0, 0]],
            'AccountIT.closesAnAccount': ['public.closed_account': [0, 0, 1]],
            'AccountIT.emptiesTheBasket': ['public.basket': [0, 0, 2]],
            'AccountIT.raisesALimit'   : ['public.limits': [0, 1, 0]],
            'AccountIT.sendsAMessage'  : ['public.outbox': [1, 0, 0]],
            'LateIT.first'             : ['public.late_entry': [1, 0, 0]],
            'RecreatedIT.writesOne'    : ['public.draft': [1, 0, 0]],
            'RecreatedIT.writesTwo'    : ['public.draft': [2, 0, 0]],
            'TablesIT.inPartitions'    : ['public.measurement_2025': [1, 0, 0], 'public.measurement_2026': [2, 0, 0]],
            'TablesIT.unlogged'        : ['public.scratch': [2, 0, 0]],
            'TablesIT.withAStrangeName': ['public."Kunden für ""heute"""': [1, 0, 0]],
            'TablesIT.withoutKey'      : ['public.word': [2, 0, 1]],
    ]
    def audits = report.change('AccountIT.audits', 'public.account_audit')
    assert audits.before == 0 && audits.after == 3 && !audits.late && !audits.truncated && !audits.takenBack
    assert audits.sample == ["(id 1, who 'ada', password ***)", "(id 2, who 'grace')", "(id 3, who 'barbara', password ***)"]
    assert report.change('AccountIT.raisesALimit', 'public.limits').sample == ['(number 2, cents 200 → 500)']
    assert report.change('AccountIT.emptiesTheBasket', 'public.basket').truncated
    assert report.change('LateIT.first', 'public.late_entry').late
    assert [report.change('TablesIT.withoutKey', 'public.word')].every { it.before == 1 && it.after == 2 }

    // A class's fixtures have rows of their own.
    assert report.rowsLeftByFixtures('LeavingFixtureIT') == ['public.currency': [2, 0, 0]]
    assert report.rowsLeftByFixtures('CleanFixtureIT') == [:]
    assert report.fixture('CleanFixtureIT').sql.statements == 2

    assert report.messages('leaves-rows') == [
            '`public."Kunden für ""heute"""` 0 → 1 row (+1) left behind by `TablesIT.withAStrangeName`: (Größe 190)',
            "`public.account_audit` 0 → 3 rows (+3) left behind by `AccountIT.audits`: (id 1, who 'ada', password ***)",
            "`public.basket` 2 → 0 rows (2 deleted, truncated) by `AccountIT.emptiesTheBasket`",
            "`public.closed_account` 2 → 1 row (1 deleted) by `AccountIT.closesAnAccount`: deleted (number 7, owner 'linus')",
            "`public.currency` 0 → 2 rows (+2) left behind by `LeavingFixtureIT`'s class fixtures: (code 'CHF')",
            "`public.draft` 0 → 1 row (+1) left behind by `RecreatedIT.writesOne`: (id 1)",
            "`public.draft` 0 → 2 rows (+2) left behind by `RecreatedIT.writesTwo`: (id 2)",
            "`public.late_entry` 0 → 1 row (+1) left behind by `LateIT.first` (committed after the test's end): (id 1)",
            "`public.limits` 1 row changed by `AccountIT.raisesALimit`: (number 2, cents 200 → 500)",
            "`public.measurement_2025` 0 → 1 row (+1) left behind by `TablesIT.inPartitions`: (day '2025-05-05', value 1)",
            "`public.measurement_2026` 0 → 2 rows (+2) left behind by `TablesIT.inPartitions`: (day '2026-06-06', value 2)",
            "`public.outbox` 0 → 1 row (+1) left behind by `AccountIT.sendsAMessage` (allowed: messages are kept for the auditors): (id 1)",
            "`public.scratch` 0 → 2 rows (+2) left behind by `TablesIT.unlogged`",
            "`public.word` 1 → 2 rows (+2, 1 deleted) left behind by `TablesIT.withoutKey`: (word 'new')",
    ].sort()
    assert report.found('leaves-rows').findAll { it.accepted }*.methodName == ['sendsAMessage']

    // What is left besides rows.
    assert report.traces('AccountIT.audits') == [schema: [], sequences: [], settings: [], sessions: []]
    assert report.traces('AccountIT.rollsATicketBack').sequences == [[sequence: 'public.ticket_number_seq', after: 2]]
    assert report.traces('SchemaIT.leavesATable').schema == [[kind: 'created', type: 'table', name: 'public.leftover']]
    assert report.traces('SchemaIT.dropsItsTable').schema == []
    // Of the two that make the same table again, only the first leaves a table that was not there.
    assert report.messages('leaves-schema').size() == 2
    assert '`SchemaIT.leavesATable` leaves the schema changed: created table `public.leftover`' in report.messages('leaves-schema')
    assert report.found('leaves-schema').find { it.className.endsWith('RecreatedIT') }.message.endsWith('created table `public.draft`')
    assert report.messages('advances-sequence') == ['`public.ticket_number_seq` is advanced by `AccountIT.rollsATicketBack` (up to 2)']
    assert report.traces('SessionIT.leavesATransactionOpen').sessions*.kind == ['open-transaction']
    assert report.traces('SessionIT.leavesALock').sessions*.kind == ['advisory-lock']
    assert report.traces('SessionIT.leavesALock').sessions[0].description.startsWith('advisory lock 3 of session')
    assert report.findings('leaves-session') == ['LateIT.first', 'SessionIT.leavesALock', 'SessionIT.leavesATransactionOpen']

    // Statements.
    assert report.sql('AccountIT.audits').subMap('statements', 'rows', 'ddl') == [statements: 3, rows: 3, ddl: 0]
    assert report.sql('AccountIT.rollsATicketBack').statements == 3
    assert report.sql('RestoringIT.changesAnOwner').statements == 3
    assert report.sql('SchemaIT.dropsItsTable').subMap('statements', 'ddl') == [statements: 3, ddl: 2]
    assert report.sql('UseIT.asksThirtyTimes').subMap('statements', 'distinct') == [statements: 30, distinct: 1]
    assert report.sql('UseIT.asksThirtyTimes').repeated == [query: 'SELECT owner FROM account WHERE number = $1', calls: 30]
    assert report.sql('UseIT.computes').statements == 0
    assert report.findings('duplicate-statement') == ['UseIT.asksThirtyTimes']
    // Before 15, the server counts sessions too late, and so nobody can say that there was none.
    assert report.findings('never-reaches-database') == (version == 14 ? [] : ['UseIT.computes'])
    assert report.sql('AccountIT.audits').connections == (version == 14 ? null : 1)
    assert report.sql('UseIT.connectsTwelveTimes').connections == (version == 14 ? null : 12)
    assert report.findings('opens-connections') == (version == 14 ? [] : ['UseIT.connectsTwelveTimes'])

    assert report.findings('uses-another-database') == [] && report.findings('executed-twice') == []
    assert !report.evidence().noChangeLog && !report.evidence().noStatementLog
    assert report.json().tests.every { !it.unattributed }
}
