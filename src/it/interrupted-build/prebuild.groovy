import io.github.testhygiene.it.SignalledBuilds

context.builds = SignalledBuilds.in(basedir, 'ends.build=interrupted-build')
context.userProperties['ends.build'] = 'interrupted-build'
return true
