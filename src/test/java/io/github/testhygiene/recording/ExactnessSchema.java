package io.github.testhygiene.recording;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Tables of every kind, and statements that change them. */
final class ExactnessSchema {

    static final String CREATE = """
            CREATE TYPE "my ""odd"" [type]" AS ENUM ('x', 'y''s');
            CREATE TABLE account (id int PRIMARY KEY, owner text, balance numeric(10,2), seen timestamptz);
            CREATE TABLE seat (number int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED, guest text);
            CREATE TABLE parent (id int PRIMARY KEY, name text);
            CREATE TABLE child (id int PRIMARY KEY, parent int REFERENCES parent ON DELETE CASCADE, label text);
            CREATE TABLE link (a int, b int, PRIMARY KEY (a, b));
            CREATE TABLE nokey (a int, b text, c "my ""odd"" [type]"[]);
            CREATE TABLE "Bestellungen ß" ("Schlüssel" int PRIMARY KEY, "it's ""odd"": [1]" text, n integer[]);
            CREATE TABLE composite (a int, b text, c boolean, d bit(3), e float8, PRIMARY KEY (b, a));
            CREATE TABLE document (id int PRIMARY KEY, title text, body text);
            CREATE TABLE papers (title text, body text);
            ALTER TABLE document ALTER body SET STORAGE EXTERNAL;
            ALTER TABLE papers ALTER body SET STORAGE EXTERNAL;
            CREATE TABLE measure (region int, id int, value float8, PRIMARY KEY (region, id)) PARTITION BY LIST (region);
            CREATE TABLE measure_1 PARTITION OF measure FOR VALUES IN (1, 2);
            CREATE TABLE measure_other PARTITION OF measure DEFAULT;
            CREATE TABLE vehicle (id int PRIMARY KEY, wheels int);
            CREATE TABLE lorry (load int) INHERITS (vehicle);
            CREATE TABLE product (id int PRIMARY KEY, price int, gross int GENERATED ALWAYS AS (price * 2) STORED);
            """;

    static final String TRUNCATE =
            "TRUNCATE account, seat, parent, child, link, nokey, \"Bestellungen ß\", composite, document, papers, measure,"
                    + " vehicle, product";

    /** Some values, quoted. */
    private static final List<String> TEXTS = List.of(
            "'a'",
            "'it''s'",
            "'new-tuple:'",
            "E'two\\nlines'",
            "'ß→😀'",
            "'null'",
            "''",
            "null",
            "repeat('long ', 100)");

    /** Statements; $i, $j and $k are small numbers, $t is a text. */
    private static final Map<String, Integer> STATEMENTS = Map.ofEntries(
            Map.entry("INSERT INTO account VALUES ($i, $t, $j.50, now())", 3),
            Map.entry("INSERT INTO account SELECT n, $t, $j FROM generate_series($i, $j + 20) n", 1),
            Map.entry(
                    "INSERT INTO account VALUES ($i, $t, $j), ($k, $t, 1) ON CONFLICT (id) DO UPDATE SET owner = $t,"
                            + " balance = account.balance + 1",
                    3),
            Map.entry("INSERT INTO account VALUES ($i, $t) ON CONFLICT DO NOTHING", 1),
            Map.entry("UPDATE account SET balance = $j WHERE id = $i", 3),
            Map.entry("UPDATE account SET owner = owner", 1),
            Map.entry("UPDATE account SET id = $j WHERE id = $i", 2),
            Map.entry("DELETE FROM account WHERE id = $i", 3),
            Map.entry("INSERT INTO seat VALUES ($i, $t)", 3),
            Map.entry("UPDATE seat SET number = 5 - number", 3),
            Map.entry("UPDATE seat SET number = number + 1 WHERE number < $i", 2),
            Map.entry("DELETE FROM seat WHERE number = $i", 1),
            Map.entry("INSERT INTO parent VALUES ($i, $t)", 3),
            Map.entry("INSERT INTO child SELECT $j * 10 + n, $i, $t FROM generate_series(1, $k) n", 3),
            Map.entry("UPDATE child SET label = $t WHERE parent = $i", 1),
            Map.entry("DELETE FROM parent WHERE id = $i", 3),
            Map.entry("INSERT INTO link VALUES ($i, $j)", 3),
            Map.entry("DELETE FROM link WHERE a = $i", 2),
            Map.entry("UPDATE link SET b = $k WHERE a = $i AND b = $j", 1),
            Map.entry("INSERT INTO nokey SELECT $i, $t, NULL FROM generate_series(1, $k)", 3),
            Map.entry("INSERT INTO nokey VALUES ($i, $t, ARRAY['x', 'y''s']::\"my \"\"odd\"\" [type]\"[])", 1),
            Map.entry("UPDATE nokey SET a = $j WHERE a = $i", 2),
            Map.entry("UPDATE nokey SET a = NULL, b = NULL, c = NULL WHERE a = $i", 1),
            Map.entry("DELETE FROM nokey WHERE ctid IN (SELECT ctid FROM nokey LIMIT $k)", 2),
            Map.entry("INSERT INTO \"Bestellungen ß\" VALUES ($i, $t, ARRAY[$i, NULL, $j])", 2),
            Map.entry("UPDATE \"Bestellungen ß\" SET \"it's \"\"odd\"\": [1]\" = $t WHERE \"Schlüssel\" = $i", 2),
            Map.entry("DELETE FROM \"Bestellungen ß\" WHERE \"Schlüssel\" = $i", 1),
            Map.entry("INSERT INTO composite VALUES ($i, $t, $j > 3, $k::bit(3), $j / 3.0)", 2),
            Map.entry("UPDATE composite SET c = NOT c, d = ~d, e = 'NaN' WHERE a = $i", 2),
            Map.entry("UPDATE composite SET a = $j WHERE a = $i", 1),
            Map.entry("DELETE FROM composite WHERE a = $i", 1),
            Map.entry("INSERT INTO document SELECT $i, $t, repeat($k || 'large ß ', 1000)", 3),
            Map.entry("INSERT INTO document VALUES ($i, $t, repeat('larger ', 20000))", 1),
            Map.entry("UPDATE document SET title = $t WHERE id = $i", 3),
            Map.entry("UPDATE document SET body = $j || substr(body, 2) WHERE id = $i", 2),
            Map.entry("UPDATE document SET body = overlay(body PLACING '$j' FROM length(body) FOR 1)", 1),
            Map.entry("DELETE FROM document WHERE id = $i", 1),
            Map.entry("INSERT INTO papers SELECT $t, repeat($i || 'large ', 1000) FROM generate_series(1, $k)", 2),
            Map.entry("UPDATE papers SET title = $t", 2),
            Map.entry("DELETE FROM papers WHERE ctid IN (SELECT ctid FROM papers LIMIT $k)", 1),
            Map.entry("INSERT INTO measure VALUES ($i, $j, $k)", 3),
            Map.entry("UPDATE measure SET region = $j WHERE region = $i", 3),
            Map.entry("UPDATE measure SET value = value / 3 WHERE region = $i", 2),
            Map.entry("DELETE FROM measure WHERE region = $i", 1),
            Map.entry("INSERT INTO vehicle VALUES ($i, $j)", 2),
            Map.entry("INSERT INTO lorry VALUES ($i, $j, $k)", 2),
            Map.entry("UPDATE vehicle SET wheels = $k WHERE id = $i", 2),
            Map.entry("DELETE FROM vehicle WHERE id = $i", 1),
            Map.entry("INSERT INTO product VALUES ($i, $j)", 2),
            Map.entry("UPDATE product SET price = $j WHERE id = $i", 2),
            Map.entry("DELETE FROM product WHERE id = $i", 1),
            Map.entry("TRUNCATE account", 1),
            Map.entry("TRUNCATE seat, nokey RESTART IDENTITY", 1),
            Map.entry("TRUNCATE parent CASCADE", 1),
            Map.entry("TRUNCATE measure", 1),
            Map.entry("TRUNCATE measure_1", 1),
            Map.entry("TRUNCATE vehicle", 1),
            Map.entry("COPY account FROM STDIN", 1),
            Map.entry("COPY nokey (a, b) FROM STDIN", 1));

    /** Tables that are changed together. */
    private static final List<Set<String>> GROUPS = List.of(
            Set.of(" account "),
            Set.of(" seat ", " seat,"),
            Set.of(" parent ", " child "),
            Set.of(" link "),
            Set.of(" nokey "),
            Set.of("Bestellungen", " composite "),
            Set.of(" document "),
            Set.of(" papers "),
            Set.of(" measure ", " measure_1 "),
            Set.of(" vehicle ", " lorry "),
            Set.of(" product "));

    private ExactnessSchema() {}

    /** Some groups of tables; few, so that the same rows are met again and again. */
    static Arbitrary<Set<String>> tables() {
        return Arbitraries.of(GROUPS).set().ofMinSize(1).ofMaxSize(3).map(groups -> groups.stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet()));
    }

    /** Any statement on such tables. */
    static Arbitrary<String> statements(Set<String> tables) {
        Arbitrary<String> templates = Arbitraries.frequency(STATEMENTS.entrySet().stream()
                .filter(each -> tables.stream().anyMatch((each.getKey() + " ")::contains))
                .sorted(Map.Entry.comparingByKey())
                .map(each -> Tuple.of(each.getValue(), each.getKey()))
                .toList());
        Arbitrary<Integer> numbers = Arbitraries.integers().between(1, 4);
        return Combinators.combine(templates, numbers, numbers, numbers, Arbitraries.of(TEXTS))
                .as((template, i, j, k, text) -> template.replace("$i", "" + i)
                        .replace("$j", "" + j)
                        .replace("$k", "" + k)
                        .replace("$t", text));
    }
}
