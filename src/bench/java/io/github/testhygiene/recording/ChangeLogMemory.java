package io.github.testhygiene.recording;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.postgres.log.ChangeListener;
import io.github.testhygiene.postgres.log.ChangeLog;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.log.RowChange;
import io.github.testhygiene.postgres.server.ServerStarter;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Shows how much memory it takes to read many changes and to net them as one span, the worst case. Started by
 * src/bench/memory.sh, with little heap.
 */
public final class ChangeLogMemory implements ChangeListener {

    private static final int LOOKS = 10;
    private static final int LARGE = 100;
    private static final double MEGABYTE = 1 << 20;

    private final TableSizes sizes = new TableSizes();
    private final NetChanges net = new NetChanges(table -> List.of("id"));
    private final int betweenLooks;
    private long changes;
    private long most;

    private ChangeLogMemory(int betweenLooks) {
        this.betweenLooks = betweenLooks;
    }

    /**
     * Measures.
     *
     * @param args how many rows are changed, and {@code insert}, {@code update} or {@code large} (inserts of 100 values of
     *     10 MB)
     */
    public static void main(String[] args) throws SQLException {
        int rows = Integer.parseInt(args[0]);
        try (PostgresServer server =
                new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded())) {
            DatabaseCoordinates database = new Databases(server).create();
            try (Connection connection = DriverManager.getConnection(
                    database.jdbcUrl(), database.username(), database.password())) {
                execute(connection, "CREATE TABLE ledger (id int PRIMARY KEY, owner text, note text, at timestamptz)");
                measure(connection, args[1], rows, false);
                execute(connection, "TRUNCATE ledger");
                measure(connection, args[1], rows, true);
            }
        }
    }

    private static void measure(Connection connection, String kind, int rows, boolean looking) throws SQLException {
        String fill = "INSERT INTO ledger SELECT n, 'owner ' || n, repeat(md5(n::text), 5), now() FROM generate_series(1, "
                + rows + ") n";
        if (kind.equals("update")) {
            execute(connection, fill);
        }
        try (ChangeLog log = ChangeLog.open(connection)) {
            execute(connection, switch (kind) {
                case "update" -> "UPDATE ledger SET note = 'changed ' || note";
                case "large" -> "INSERT INTO ledger SELECT n, 'x', repeat(md5(n::text), 312500) FROM generate_series(1, " + LARGE + ") n";
                default -> fill;
            });
            ChangeLogMemory memory = new ChangeLogMemory(looking ? (kind.equals("large") ? LARGE : rows) / LOOKS : Integer.MAX_VALUE);
            double before = used();
            long start = System.nanoTime();
            log.read(memory);
            List<TableChange> result = memory.net.result(table -> OptionalLong.of(kind.equals("update") ? rows : 0));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d changes%s in %.2f s, at most %.0f MB of heap; in use before %.1f MB%s; %s%n",
                    kind,
                    memory.changes,
                    looking ? ", with looks," : "",
                    seconds,
                    Runtime.getRuntime().maxMemory() / MEGABYTE,
                    before,
                    looking ? String.format(Locale.ROOT, ", most meanwhile %.1f MB", memory.most / MEGABYTE) : "",
                    result.get(0));
        }
    }

    private static double used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    @Override
    public void marker(String content) {}

    @Override
    public void begin(long xid) {}

    @Override
    public void changed(RowChange change) {
        net.add(change, sizes.add(change), false);
        changes++;
        if (changes % betweenLooks == 0) {
            most = Math.max(most, (long) (used() * MEGABYTE));
        }
    }

    @Override
    public void truncated(List<String> tables) {}

    @Override
    public void commit(long xid) {}

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
