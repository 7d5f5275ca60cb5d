import io.github.testhygiene.it.WrittenReport

context.ended('in re-runs')
assert context.server.ours().empty
def report = WrittenReport.of(basedir)
assert report.counts() == [unchecked: 2]
assert report.reason('OpeningIT.opensAnAccount').contains('the build was interrupted')
