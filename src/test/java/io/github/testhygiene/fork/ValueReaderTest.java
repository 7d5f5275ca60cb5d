package io.github.testhygiene.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueReaderTest {

    private final ThreadLocal<String> local = new ThreadLocal<>();
    private final ValueReader reader = new ValueReader(
            type -> type.getName().startsWith(ValueReaderTest.class.getName() + "$"),
            each -> each == local ? "acme" : null);

    enum Colour {
        RED
    }

    static class Base {
        private final String name;

        Base(String name) {
            this.name = name;
        }
    }

    /** Its own methods are nobody else's business. */
    static class Account extends Base {
        private final String password;
        private final List<Integer> sums;

        Account(String name, String password, Integer... sums) {
            super(name);
            this.password = password;
            this.sums = new ArrayList<>(Arrays.asList(sums));
        }

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("asked");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("asked");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("asked");
        }
    }

    static class Node {
        private Node next;
    }

    /** Bounded, as caches are; the JDK's iteration still tells what is in it. */
    static class Recent extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1;
        private final int most = 3;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > most;
        }
    }

    /** Whoever iterates over it calls the project. */
    static class Asking extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        @Override
        public java.util.Iterator<String> iterator() {
            throw new IllegalStateException("asked");
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(null, "null"),
                Arguments.of(42, "42"),
                Arguments.of("a text", "\"a text\""),
                Arguments.of("x".repeat(100), "\"" + "x".repeat(78) + "…"),
                Arguments.of(
                        "jdbc:postgresql://u:p@host/db?password=x&a=b",
                        "\"jdbc:postgresql://***@host/db?password=***&a=b\""),
                Arguments.of(Colour.RED, "RED"),
                Arguments.of(new BigDecimal("1.50"), "1.50"),
                Arguments.of(LocalDate.of(2026, 1, 2), "2026-01-02"),
                Arguments.of(String.class, "java.lang.String"),
                Arguments.of(List.of(), "empty"),
                Arguments.of(List.of(1), "1 entry"),
                Arguments.of(Map.of("a", 1, "b", 2), "2 entries"),
                Arguments.of(new int[] {1, 2, 3}, "3 entries"),
                Arguments.of(new String[0], "empty"),
                Arguments.of(Optional.empty(), "empty"),
                Arguments.of(Optional.of("x"), "\"x\""),
                Arguments.of(new AtomicInteger(3), "3"),
                Arguments.of(new AtomicReference<>("x"), "\"x\""),
                Arguments.of(
                        new Account("ann", "s3cret", 1, 2),
                        "ValueReaderTest$Account{name=\"ann\", password=***, sums=2 entries}"),
                Arguments.of(new Recent(), "ValueReaderTest$Recent{empty, most=3}"),
                Arguments.of(new Object(), "Object"),
                Arguments.of(new Thread("x"), "Thread"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsDescribedInAFewWords(Object value, String text) {
        assertThat(reader.read(value).text()).isEqualTo(text);
    }

    @Test
    void whatTheTestsThreadHasInAThreadLocalIsRead() {
        assertThat(reader.read(local).text()).isEqualTo("\"acme\"");
        assertThat(reader.read(new ThreadLocal<>()).text()).isEqualTo("empty");
    }

    private long digest(Object value) {
        return reader.read(value).digest();
    }

    @Test
    void aChangeDeepInsideIsSeen() {
        Map<String, List<Account>> accounts = new HashMap<>();
        accounts.put("a", List.of(new Account("ann", "x", 1, 2)));
        ValueDescription before = reader.read(accounts);
        accounts.get("a").get(0).sums.set(1, 3);
        ValueDescription after = reader.read(accounts);

        assertThat(after.text()).isEqualTo(before.text());
        assertThat(after.digest()).isNotEqualTo(before.digest());
        assertThat(after.since(before, "ACCOUNTS").orElseThrow().after()).isEqualTo("1 entry, changed inside");
    }

    @Test
    void theSameContentsInOtherObjectsAreNoChange() {
        assertThat(digest(new Account("ann", "x", 1))).isEqualTo(digest(new Account("ann", "x", 1)));
        assertThat(digest(new int[][] {{1}, {2}})).isEqualTo(digest(new int[][] {{1}, {2}}));
        assertThat(digest(new HashMap<>(Map.of("a", new Account("x", "y")))))
                .isEqualTo(digest(new HashMap<>(Map.of("a", new Account("x", "y")))));
    }

    @Test
    void orderCountsWhereThereIsOne() {
        assertThat(digest(List.of(1, 2))).isNotEqualTo(digest(List.of(2, 1)));
        Set<String> some = new HashSet<>(1);
        Set<String> same = new HashSet<>(1_000);
        for (int i = 0; i < 50; i++) {
            some.add("value" + i);
            same.add("value" + (49 - i));
        }
        assertThat(some.toString()).isNotEqualTo(same.toString());
        assertThat(digest(some)).isEqualTo(digest(same));
        assertThat(digest(new ConcurrentHashMap<>(Map.of("a", "b"))))
                .isNotEqualTo(digest(new ConcurrentHashMap<>(Map.of("b", "a"))));
    }

    @Test
    void aCircleEnds() {
        Node node = new Node();
        node.next = new Node();
        node.next.next = node;

        assertThat(reader.read(node).text()).startsWith("ValueReaderTest$Node{next=");
        assertThat(digest(node)).isEqualTo(digest(node));
    }

    @Test
    void contentsThatOnlyTheProjectsCodeTellsAreNotAskedFor() {
        Asking asking = new Asking();
        asking.add("x");

        assertThat(reader.read(asking).text()).isEqualTo("ValueReaderTest$Asking{}");
    }

    @Test
    void anotherObjectOfWhichNothingElseIsKnownIsAnother() {
        ValueDescription before = reader.read(new Object());
        ValueDescription after = reader.read(new Object());

        assertThat(after.since(before, "lock").orElseThrow().after()).isEqualTo("another Object");
        assertThat(after.since(before.elsewhere(), "lock")).isEmpty();
    }

    @Test
    void whatAFieldsNameCallsASecretIsNotShown() {
        ValueDescription before = reader.read("one");
        ValueDescription after = reader.read("two");

        assertThat(after.since(before, "apiToken")).hasValueSatisfying(trace -> {
            assertThat(trace.before()).isEqualTo("***");
            assertThat(trace.after()).isEqualTo("***, changed inside");
        });
    }
}
