package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomOrClockTest {

    private static final LintRule RULE = new RandomOrClock();

    @Test
    void itsMessageNamesTheValue() {
        assertThat(with("assertEquals(LocalDate.now(), date());").found(RULE))
                .containsExactly(
                        "OrderIT.compares:11 Compares with `LocalDate.now()`: whether it passes depends on when it runs.");
        assertThat(with("assertEquals(new Random().nextInt(), 5);").found(RULE))
                .containsExactly(
                        "OrderIT.compares:11 Compares with `Random.nextInt()`: whether it passes depends on chance.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assertThat(date()).isEqualTo(LocalDate.now());",
                "assertThat(date()).isEqualTo(LocalDate.now().plusDays(1));",
                "assertThat(date()).isAfter(LocalDate.now());",
                "assertThat(date()).as(\"date\").isAfterOrEqualTo(LocalDate.now().minusDays(1));",
                "assertThat(date().toString()).isEqualTo(\"on \" + LocalDate.now());",
                "assertTrue(date().isAfter(LocalDate.now()));",
                "LocalDate today = LocalDate.now(); place(null); assertEquals(today, date());",
                "place(LocalDate.now()); assertEquals(LocalDate.now(), date());",
                "long start = System.nanoTime(); place(null); assertThat(System.nanoTime() - start).isLessThan(1000L);",
                "org.hamcrest.MatcherAssert.assertThat(date(), org.hamcrest.Matchers.is(LocalDate.now()));",
                "assertEquals(new Date(), null);",
                "assertEquals(LocalDate.now(Clock.systemUTC().getZone()), date());",
                "assertEquals(Clock.systemUTC().instant(), null);",
                "assertEquals(Math.random(), 0.5);",
                "assertThat(java.util.concurrent.ThreadLocalRandom.current().nextInt(9)).isEqualTo(8);",
                "assertEquals(Calendar.getInstance().getTime(), null);",
                "assertThat(new java.security.SecureRandom().nextInt()).isEqualTo(new Random().nextInt());"
            })
    void whatDependsOnChanceOrTheClockIsFound(String statements) {
        assertThat(with(statements).places(RULE)).containsExactly("OrderIT.compares:11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LocalDate today = LocalDate.now(); place(today); assertEquals(today, date());",
                "LocalDate today = LocalDate.now(); run(() -> place(today)); assertEquals(today, date());",
                "LocalDate today = LocalDate.now(); var days = new ArrayList<LocalDate>(); days.add(today); assertEquals(today, date());",
                "field = LocalDate.now(); assertEquals(field, date());",
                "LocalDate today = LocalDate.now(); assertEquals(today, today.plusDays(0));",
                "LocalDate before = LocalDate.now(); place(null); assertThat(date()).isAfterOrEqualTo(before);",
                "LocalDate before = LocalDate.now(); place(null); assertTrue(date().isAfter(before));",
                "assertThat(date()).isBeforeOrEqualTo(LocalDate.now());",
                "assertThat(date()).isNotNull();",
                "assertEquals(LocalDate.now(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)), date());",
                "assertThat(since(LocalDate.now())).isEqualTo(2);",
                "assertEquals(2, since(LocalDate.now().minusDays(1)));",
                "assertEquals(new Random(42).nextInt(), 5);",
                "assertEquals(new Date(0), null);",
                "UUID key = UUID.randomUUID(); keep(key); assertEquals(key, key());",
                "assertNotEquals(UUID.randomUUID(), key());",
                "assertThat(Instant.now()).isCloseTo(Instant.EPOCH, within(1, java.time.temporal.ChronoUnit.SECONDS));",
                "assertThat(new Random().nextInt(9)).isLessThan(9);",
                "assertEquals(36, UUID.randomUUID().toString().length());",
                "Calendar day = Calendar.getInstance(); day.setTimeInMillis(0); assertEquals(day.getTime(), null);",
                "System.out.println(LocalDate.now());"
            })
    void whatTheTestIsAboutIsLeftAlone(String statements) {
        assertThat(with(statements).found(RULE)).isEmpty();
    }

    private static Examples with(String statements) {
        return Examples.of("""
                import static org.junit.jupiter.api.Assertions.*;
                import static org.assertj.core.api.Assertions.assertThat;
                import static org.assertj.core.api.Assertions.within;
                import java.time.*;
                import java.util.*;
                import org.junit.jupiter.api.Test;
                class OrderIT {
                    LocalDate field;
                    @Test
                    void compares() {
                        %s
                    }
                    LocalDate date() {
                        return LocalDate.EPOCH;
                    }
                    void place(LocalDate day) {}
                    int since(LocalDate day) {
                        return 2;
                    }
                    void keep(UUID key) {}
                    UUID key() {
                        return null;
                    }
                    void run(Runnable task) {
                        task.run();
                    }
                }
                """.formatted(statements));
    }
}
