package io.github.testhygiene.lint.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is known of values and branches, read from the class files of examples. */
class CodeReaderTest {

    @SuppressWarnings("unused")
    private static final class Examples {

        private static String field = "initial";

        private static void take(Object... values) {}

        private static void take(String text, int number, long big, boolean yes) {}

        void constants() {
            String local = "shop";
            take(local, 8080, 500L, true);
        }

        void differsByPath(boolean which) {
            String text = which ? "one" : "other";
            take(text, 1, 2L, false);
        }

        void flows() {
            take(LocalDate.now().plusDays(1), String.class, field);
        }

        void concatenates(int port) {
            String url = "jdbc:postgresql://localhost:" + port + "/shop";
            take(url, 0, 0L, false);
        }

        Supplier<List<String>> lambdas() {
            Runnable runnable = () -> take("inside", 0, 0L, false);
            runnable.run();
            return ArrayList::new;
        }

        void branches(List<String> given) {
            take("always", 1, 0L, false);
            if (given.isEmpty()) {
                take("sometimes", 2, 0L, false);
            }
            take("again always", 3, 0L, false);
            for (String each : given) {
                take(each, 4, 0L, false);
            }
            take("still always", 5, 0L, false);
            if (given.size() > 3) {
                return;
            }
            take("not always", 6, 0L, false);
        }

        void handlers(List<String> given) {
            try (InputStream in = InputStream.nullInputStream()) {
                take("tried", in.available(), 0L, false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            take("after the try", 7, 0L, false);
        }

        void guarded() {
            if (field == null) {
                field = "made";
            }
        }

        void loops(String text) {
            String growing = text;
            while (growing.length() < 10) {
                growing = growing.concat(growing);
            }
            take(growing, 9, 0L, false);
        }
    }

    private static Method method(String name) {
        String file = Examples.class.getName().replace('.', '/') + ".class";
        try (InputStream in = CodeReaderTest.class.getClassLoader().getResourceAsStream(file)) {
            return new ClassFileReader()
                    .read(in.readAllBytes(), true).methods().stream()
                            .filter(method -> method.name().equals(name))
                            .findFirst()
                            .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Step.Call taking(String name) {
        return method(name)
                .calls()
                .filter(call -> call.name().equals("take"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void constantsAreKnownThroughLocalVariables() {
        assertThat(taking("constants").arguments())
                .containsExactly(
                        new Value.Constant("shop"),
                        new Value.Constant(8080),
                        new Value.Constant(500L),
                        new Value.Constant(1));
        assertThat(taking("constants").argument(0).text()).isEqualTo("shop");
        assertThat(taking("constants").argument(1).number()).isEqualTo(8080);
        assertThat(taking("constants").argument(9)).isEqualTo(Value.unknown());
    }

    @Test
    void whatDiffersByPathIsUnknown() {
        assertThat(taking("differsByPath").argument(0)).isEqualTo(Value.unknown());
    }

    @Test
    void resultsFieldsAndClassLiteralsAreFollowedIntoArrays() {
        Value array = taking("flows").argument(0);

        assertThat(array.contains(value -> value instanceof Value.Result result
                        && result.owner().equals("java.time.LocalDate")
                        && result.name().equals("now")))
                .isTrue();
        assertThat(array.from())
                .contains(
                        new Value.ClassLiteral("java.lang.String"),
                        new Value.FieldValue(Examples.class.getName(), "field", true));
    }

    @Test
    void theConstantPartsOfAStringAreKnown() {
        assertThat(method("concatenates").steps())
                .filteredOn(Step.Literal.class::isInstance)
                .extracting(step -> ((Step.Literal) step).text())
                .containsExactly("jdbc:postgresql://localhost:\1/shop");
        assertThat(taking("concatenates").argument(0))
                .isEqualTo(new Value.Concatenation(
                        "jdbc:postgresql://localhost:\1/shop", List.of(new Value.Parameter(1))));
    }

    @Test
    void lambdasAndMethodReferencesNameTheirBodies() {
        assertThat(method("lambdas").steps())
                .filteredOn(Step.LambdaUse.class::isInstance)
                .extracting(step -> ((Step.LambdaUse) step).target())
                .satisfiesExactly(
                        lambda -> assertThat(lambda.name()).startsWith("lambda$lambdas$"),
                        reference ->
                                assertThat(reference).isEqualTo(new MethodRef("java.util.ArrayList", "<init>", "()V")));
    }

    @Test
    void whatAMethodMayLeaveOutIsConditional() {
        assertThat(method("branches").calls().filter(call -> call.name().equals("take")))
                .extracting(call -> call.argument(1).number(), Step.Call::conditional)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, false),
                        org.assertj.core.groups.Tuple.tuple(2, true),
                        org.assertj.core.groups.Tuple.tuple(3, false),
                        org.assertj.core.groups.Tuple.tuple(4, true),
                        org.assertj.core.groups.Tuple.tuple(5, false),
                        org.assertj.core.groups.Tuple.tuple(6, true));
    }

    @Test
    void resourcesAndHandlersLeaveTheRestCertain() {
        Method handlers = method("handlers");

        assertThat(handlers.calls().filter(call -> call.name().equals("take")))
                .extracting(Step.Call::conditional)
                .containsExactly(false, false);
        assertThat(handlers.caught()).contains("java.io.IOException");
    }

    @Test
    void aGuardedWriteIsConditional() {
        assertThat(method("guarded").steps())
                .filteredOn(step -> step instanceof Step.FieldUse use && use.isWrite())
                .extracting(Step::conditional)
                .containsExactly(true);
    }

    @Test
    void aValueThatGrowsInALoopIsUnknown() {
        assertThat(taking("loops").argument(0)).isEqualTo(Value.unknown());
    }

    @Test
    void aCallKnowsItsLine() {
        int line = taking("constants").line();

        assertThat(line).isPositive().isEqualTo(method("constants").line() + 1);
    }
}
