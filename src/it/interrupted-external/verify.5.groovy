import io.github.testhygiene.it.WrittenReport

// The experiments that say through what are missing; what was known by then is reported.
context.ended('in diagnosis')
assert context.server.ours().empty
def report = WrittenReport.of(basedir)
assert report.verdict('AccountIT.isTheFirst') == 'victim'
assert report.diagnosis('AccountIT.isTheFirst').culprits() == [['OpeningIT.opensAnAccount'] as Set] as Set
