package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedMutableStateTest {

    private static final LintRule RULE = new SharedMutableState();

    @Test
    void staticFieldsThatOneTestSetsAndAnotherReadsAreFoundOnce() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import java.util.*;
                import java.util.concurrent.atomic.*;

                class OrderIT {
                    static Long id;
                    static final List<String> NAMES = new ArrayList<>();
                    static final AtomicInteger CALLS = new AtomicInteger();

                    @Test void creates() { id = 42L; NAMES.add("a"); CALLS.incrementAndGet(); }
                    @Test void createsAnother() { id = 43L; NAMES.add("b"); }
                    @Test void reads() {
                        Assertions.assertNotNull(id);
                        Assertions.assertEquals(1, NAMES.size());
                        Assertions.assertEquals(1, CALLS.get());
                        Assertions.assertNotNull(Shared.CONTEXT.get("user"));
                    }
                    @Test void puts() { Shared.remember("a"); }
                }
                """, """
                import java.util.*;

                class Shared {
                    static final Map<String, Object> CONTEXT = new HashMap<>();
                    static void remember(String user) { CONTEXT.put("user", user); }
                }
                """);

        assertThat(examples.found(RULE))
                .contains(
                        "OrderIT.id:0 `OrderIT.creates` changes the static field `id`, `OrderIT.reads` reads it, and no fixture resets it between tests.");
        assertThat(examples.places(RULE))
                .containsExactlyInAnyOrder("OrderIT.id:0", "OrderIT.NAMES:0", "OrderIT.CALLS:0", "Shared.CONTEXT:0");
    }

    @Test
    void whatIsResetOrMadeOnceOrOnlyCountedUpIsLeftAlone() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.concurrent.atomic.*;

                class OrderIT extends Base {
                    static final AtomicLong IDS = new AtomicLong();
                    static int number;
                    static final Map<String, String> CACHE = new ConcurrentHashMap<>();
                    static String token;
                    static Object server;
                    static final ThreadLocal<String> USER = new ThreadLocal<>();
                    static String created;
                    static final List<Long> TO_DELETE = new ArrayList<>();
                    static String received;
                    static final AtomicInteger CALLS = new AtomicInteger();
                    static String current;

                    @BeforeAll static void start() { server = new Object(); }
                    static String next() { return "order-" + IDS.incrementAndGet() + "-" + number++; }
                    static String token() { if (token == null) { token = next(); } return token; }
                    static void begin() { current = next(); }

                    @Test void one() {
                        next();
                        token();
                        CACHE.computeIfAbsent("a", key -> "b");
                        USER.set("a");
                        name = "a";
                        NAMES.add("a");
                        created = next();
                        Assertions.assertNotNull(created);
                        TO_DELETE.add(1L);
                        int before = CALLS.get();
                        CALLS.incrementAndGet();
                        java.util.function.IntSupplier calls = CALLS::get;
                        Assertions.assertEquals(before + 1, CALLS.get());
                    }
                    @Test void two() {
                        next();
                        token();
                        CACHE.computeIfAbsent("a", key -> "c");
                        Assertions.assertNotNull(USER.get());
                        Assertions.assertNotNull(server);
                        Assertions.assertNotNull(name);
                        Assertions.assertTrue(NAMES.isEmpty());
                        created = next();
                        Assertions.assertNotNull(created);
                        TO_DELETE.add(2L);
                        Assertions.assertNotNull(CACHE.get("a"));
                    }
                    @Test void three() {
                        received = null;
                        Runnable listener = () -> received = "a";
                        listener.run();
                        Assertions.assertNotNull(received);
                        begin();
                        Assertions.assertNotNull(current);
                    }
                    @Test void four() { begin(); Assertions.assertNotNull(current); }
                    @AfterAll static void delete() { TO_DELETE.forEach(id -> {}); }
                }
                """, """
                import org.junit.jupiter.api.*;
                import java.util.*;

                abstract class Base {
                    static String name;
                    static final List<String> NAMES = new ArrayList<>();

                    @BeforeEach void reset() { name = "b"; NAMES.clear(); }
                }
                """, """
                import org.junit.jupiter.api.*;

                class UnitTest {
                    static String name;

                    @Test void one() { name = "a"; }
                    @Test void two() { Assertions.assertNotNull(name); }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void whatIsDoneThroughGettersAndSettersIsDoneByWhoCallsThem() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @Test void setsAndReads() {
                        Holder.setUser("a");
                        Assertions.assertEquals("a", Holder.getUser());
                    }
                    @Test void setsAndReadsToo() {
                        Holder.setUser("b");
                        Assertions.assertEquals("b", Holder.getUser());
                    }
                    @Test void leaves() { Holder.setLeft("a"); }
                    @Test void looks() { Assertions.assertNull(Holder.getLeft()); }
                }
                """, """
                class Holder {
                    private static String user;
                    private static String left;

                    static String getUser() { return user; }
                    static void setUser(String given) { user = given; }
                    static String getLeft() { return left; }
                    static void setLeft(String given) { left = given; }
                }
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "Holder.left:0 `OrderIT.leaves` changes the static field `left`, `OrderIT.looks` reads it, and no fixture resets it between tests.");
    }
}
