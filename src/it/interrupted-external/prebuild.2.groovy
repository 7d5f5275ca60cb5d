import io.github.testhygiene.it.ExternalServer
import io.github.testhygiene.it.SignalledBuilds

context.server = ExternalServer.startIn(new File(basedir, 'target'), [
        wal_level: 'logical', shared_preload_libraries: 'pg_stat_statements', max_prepared_transactions: '8'])
def properties = context.server.properties()
new File(basedir, 'pom.xml').with { setText(getText('UTF-8')
        .replace('EXTERNAL_URL', properties['external.jdbcUrl'])
        .replace('EXTERNAL_PASSWORD', properties['external.password']), 'UTF-8') }

// The argument that only Maven's JVM has.
context.builds = SignalledBuilds.in(basedir, 'ends.build=interrupted-external')
context.userProperties['ends.build'] = 'interrupted-external'

// How the build ended that was signalled; nothing of ours is left on the server.
context.ended = { String moment ->
    def end = context.builds.next()
    def line = "$moment, $end"
    println line
    new File(basedir, 'ends.txt') << line << '\n'
    assert end.left().empty
    return end
}
return true
