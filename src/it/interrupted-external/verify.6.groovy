import io.github.testhygiene.it.WrittenReport

context.ended('in provision')
assert context.server.ours().empty
assert !WrittenReport.isIn(basedir)
