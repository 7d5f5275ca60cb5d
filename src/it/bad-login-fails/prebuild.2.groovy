import io.github.testhygiene.it.ExternalServer

context.server = ExternalServer.startIn(new File(basedir, 'target'))
context.userProperties.putAll(context.server.properties() + ['external.password': 'not-the-password'])
return true
