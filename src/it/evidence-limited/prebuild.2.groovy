import io.github.testhygiene.it.ExternalServer

context.server = ExternalServer.startIn(
        new File(basedir, 'target'), [wal_level: 'replica', shared_preload_libraries: 'pg_stat_statements'])
context.userProperties.putAll(context.server.properties())
return true
