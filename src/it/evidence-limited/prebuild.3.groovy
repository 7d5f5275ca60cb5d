import io.github.testhygiene.it.ExternalServer

context.left = context.server.databases() + context.server.replicationSlots()
context.server.close()
context.server = ExternalServer.startIn(new File(basedir, 'target'), [wal_level: 'logical'])
context.userProperties.putAll(context.server.properties())
return true
