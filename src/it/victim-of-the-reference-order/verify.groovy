import io.github.testhygiene.it.WrittenReport

def log = new File(basedir, 'build.log').text
assert log =~ /Failed to execute goal \S+:maven-failsafe-plugin:\S+:verify/ // in the first build
assert log =~ /Failed to execute goal \S+:test-hygiene-maven-plugin:\S+:check/ // in the second

for (folder in ['target', 'target/ignoring']) {
    def report = WrittenReport.inDirectory(new File(basedir, folder))

    assert report.verdicts() == [
            'SubscriptionIT.subscribes'         : 'isolated',
            'SubscriptionIT.unsubscribes'       : 'isolated',
            'WelcomeIT.startsWithoutSubscribers': 'victim',
    ]
    def victim = report.test('WelcomeIT.startsWithoutSubscribers')
    assert report.runs('reference')[0].failed == [victim.id]
    assert report.runs('confirm').find { it.label == 'confirm:reference' }.failed == [victim.id]
    assert victim.failedIn == 1 && victim.replay.contains(' test-hygiene:replay ')
    assert report.breaches() == ['victim'] as Set
}

// The failing test does not end the third build before it is replayed.
assert log.contains('As recorded: WelcomeIT.startsWithoutSubscribers failed after ')
