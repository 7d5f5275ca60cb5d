import io.github.testhygiene.it.SignalledBuilds

context.builds = SignalledBuilds.in(basedir, 'ends.build=killed-build')
context.userProperties['ends.build'] = 'killed-build'
return true
