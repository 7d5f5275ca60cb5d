import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.util.zip.ZipFile

// A server that outlives the build under test, as a CI service does; so that verify.groovy can look at what is left on it.
def binaries = new ZipFile(new File(basedir, 'target/binaries').listFiles().first())
context.server = EmbeddedPostgres.builder()
        .setPgBinaryResolver { system, architecture ->
            binaries.getInputStream(binaries.entries().find { it.name.endsWith('.txz') })
        }
        .setOverrideWorkingDirectory(new File(basedir, 'target/unpacked'))
        .setDataDirectory(new File(basedir, 'target/data'))
        .setServerConfig('wal_level', 'logical')
        .setServerConfig('shared_preload_libraries', 'pg_stat_statements')
        .start()
context.userProperties['external.jdbcUrl'] = context.server.getJdbcUrl('postgres', 'postgres')
context.userProperties['external.username'] = 'postgres'
context.userProperties['external.password'] = 'postgres'
