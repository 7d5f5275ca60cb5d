package io.github.testhygiene.postgres.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.DatabaseChoice;
import io.github.testhygiene.postgres.server.ExternalLogin;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.RandomText;
import io.github.testhygiene.postgres.server.ServerSettings;
import io.github.testhygiene.postgres.server.ServerStarter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A database, a copy of it in which something was changed, and what differs. */
public final class LeftFixture implements AutoCloseable {

    private static final String NAMES = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = '%s' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """;

    final Databases databases;
    final DatabaseCoordinates before;
    final DatabaseCoordinates left;

    public LeftFixture(PostgresServer server, String schema) throws SQLException {
        databases = new Databases(server);
        before = databases.create();
        execute(before, schema);
        left = databases.copyOf(before);
    }

    /** Changes the database, and compares it. */
    public RowDifference after(String changes) throws SQLException {
        execute(left, changes);
        return RowDifference.between(before, left);
    }

    /** Everything in a copy from which items were taken back. */
    public Map<String, List<String>> without(RowDifference difference, Set<Integer> numbers) throws SQLException {
        DatabaseCoordinates copy = databases.copyOf(left);
        try {
            difference.takeBack(numbers, copy);
            return contents(copy);
        } finally {
            databases.drop(copy);
        }
    }

    /** Everything in a copy after the statements that a fixture would execute. */
    public Map<String, List<String>> cleaned(List<String> statements) throws SQLException {
        DatabaseCoordinates copy = databases.copyOf(left);
        try {
            Databases.execute(copy, statements);
            return contents(copy);
        } finally {
            databases.drop(copy);
        }
    }

    public List<String> cleanUp(RowDifference difference, Set<Integer> numbers) throws SQLException {
        DatabaseCoordinates copy = databases.copyOf(left);
        try {
            return difference.cleanUp(numbers, copy);
        } finally {
            databases.drop(copy);
        }
    }

    public static Set<Integer> all(RowDifference difference) {
        return difference.items().stream().map(LeftItem::number).collect(Collectors.toSet());
    }

    /** The items that are asked for, with all that they require. */
    public static Set<Integer> closed(RowDifference difference, Predicate<LeftItem> wanted) {
        Set<Integer> numbers = new HashSet<>();
        difference.items().stream().filter(wanted).forEach(item -> {
            numbers.add(item.number());
            numbers.addAll(item.requires());
        });
        return numbers;
    }

    /** Each as {@code inserted public.orders id 17}. */
    public static List<String> told(RowDifference difference) {
        return difference.items().stream()
                .map(item -> item.kind().label() + " " + item.object() + " " + item.text())
                .toList();
    }

    /** The rows of every table and the state of every sequence, sorted. */
    public static Map<String, List<String>> contents(DatabaseCoordinates database) throws SQLException {
        Map<String, List<String>> contents = new TreeMap<>();
        try (Connection connection = Connections.open(database);
                Statement statement = connection.createStatement()) {
            for (String name : strings(statement, String.format(NAMES, "r"))) {
                contents.put(name, sorted(statement, "SELECT (x.*)::text FROM ONLY " + name + " x"));
            }
            for (String name : strings(statement, String.format(NAMES, "S"))) {
                contents.put(name, sorted(statement, "SELECT concat_ws(' ', last_value, is_called) FROM " + name));
            }
        }
        return contents;
    }

    private static List<String> sorted(Statement statement, String query) throws SQLException {
        return strings(statement, query).stream().sorted().toList();
    }

    public static List<String> strings(Statement statement, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    public static void execute(DatabaseCoordinates database, String sql) throws SQLException {
        try (Connection connection = Connections.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Asks for rows that refer to nothing, foreign key by foreign key. */
    public static void everyForeignKeyHolds(DatabaseCoordinates database, List<List<String>> keys) throws SQLException {
        try (Connection connection = Connections.open(database);
                Statement statement = connection.createStatement()) {
            for (List<String> key : keys) {
                String query = String.format(
                        "SELECT c::text FROM %1$s c LEFT JOIN %3$s p ON (%2$s) = (%4$s)"
                                + " WHERE num_nulls(%2$s) = 0 AND num_nulls(%4$s) > 0",
                        key.toArray());
                assertThat(strings(statement, query))
                        .as(Arrays.toString(key.toArray()))
                        .isEmpty();
            }
        }
    }

    @Override
    public void close() {
        databases.dropAll();
    }

    /** The server as a role sees it that owns its databases, and nothing else. */
    public static PostgresServer joinAsOrdinaryRole(PostgresServer server) throws SQLException {
        String role = "role_" + RandomText.generate(8);
        execute(server.maintenance(), "CREATE ROLE " + role + " LOGIN PASSWORD 'secret' CREATEDB");
        ExternalLogin login = new ExternalLogin(server.maintenance().jdbcUrl(), role, "secret");
        return new ServerStarter(new ClassPathBinaries(), line -> {})
                .start(new ServerSettings(DatabaseChoice.EXTERNAL, null, null, login, ClassPathBinaries.CACHE));
    }
}
