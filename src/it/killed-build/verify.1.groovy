// JVMs and server end by themselves.
def end = context.builds.next()
println end
new File(basedir, 'ends.txt').text = "$end\n"
assert end.left().empty && end.others() > 1
// The user's own run left a file, which was put aside for the re-runs.
assert !new File(basedir, 'target/own.txt').exists()
