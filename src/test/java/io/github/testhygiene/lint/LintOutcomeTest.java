package io.github.testhygiene.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.lint.rule.Examples;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Suppression;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From class files to the words of a report. */
class LintOutcomeTest {

    private static final String ANNOTATION = """
            import java.lang.annotation.*;

            @Retention(RetentionPolicy.CLASS)
            @interface SuppressHygiene {
                String[] value();

                String reason() default "";
            }
            """;

    private static List<Finding> sleeps(LintOutcome lint) {
        return lint.findings().stream()
                .filter(finding -> finding.rule().equals("sleeps"))
                .toList();
    }

    @Test
    void aFindingNamesClassMethodFileAndLine() {
        LintOutcome lint = Examples.of("""
                        class OrderIT {
                            @org.junit.jupiter.api.Test
                            void waits() throws Exception {
                                Thread.sleep(1);
                            }
                        }
                        """).everything();

        assertThat(sleeps(lint)).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("OrderIT.waits");
            assertThat(finding.file()).isEqualTo("sources/shop/OrderIT.java");
            assertThat(finding.line()).isEqualTo(4);
            assertThat(finding.docs()).isEqualTo("src/docs/rules/sleeps.md");
        });
        assertThat(lint.entry().testClasses()).isEqualTo(1);
        assertThat(lint.entry().problem()).isNull();
    }

    private static Finding schema(String className) {
        return Findings.of(Rule.SCHEMA_PER_TEST, className, null, "seen in the log", "");
    }

    @Test
    void whatTheLogSaysAsWellIsFoundOnce() {
        String other = "class CartIT { @org.junit.jupiter.api.Test void adds() {} }";
        String schema = "new org.springframework.jdbc.core.JdbcTemplate().execute(\"CREATE TABLE orders (id int)\");";
        String own = "class OrderIT { @org.junit.jupiter.api.BeforeEach void make() { " + schema
                + " } @org.junit.jupiter.api.Test void places() {} }";
        String base = "class Base { @org.junit.jupiter.api.BeforeEach void make() { " + schema + " } }";
        String heir = "class OrderIT extends Base { @org.junit.jupiter.api.Test void places() {} }";

        LintOutcome lint = Examples.of(other, own).everything();
        assertThat(lint.alreadyFinds(schema("shop.OrderIT"))).isTrue();
        assertThat(lint.alreadyFinds(schema("shop.CartIT"))).isFalse();
        assertThat(lint.alreadyFinds(Findings.of(Rule.SLEEPS, "shop.OrderIT", null, "", "")))
                .isFalse();
        assertThat(Examples.of(other, base, heir).everything().alreadyFinds(schema("shop.OrderIT")))
                .isTrue();
        assertThat(Examples.of(other).everything().alreadyFinds(schema("shop.CartIT")))
                .isFalse();
    }

    @Test
    void aHelperHidesTheLogsFindingOnlyOfClassesThatUseIt() {
        String helper = """
                class Tables {
                    static void make() {
                        new org.springframework.jdbc.core.JdbcTemplate().execute("CREATE TABLE orders (id int)");
                    }
                }
                """;
        String user = "class OrderIT { @org.junit.jupiter.api.BeforeEach void make() { Tables.make(); }"
                + " @org.junit.jupiter.api.Test void places() {} }";
        String other = "class CartIT { @org.junit.jupiter.api.Test void adds() {} }";

        LintOutcome lint = Examples.of(helper, user, other).everything();

        assertThat(lint.findings())
                .filteredOn(finding -> finding.rule().equals("schema-per-test"))
                .extracting(Finding::className)
                .containsExactly("shop.Tables");
        assertThat(lint.alreadyFinds(schema("shop.OrderIT"))).isTrue();
        assertThat(lint.alreadyFinds(schema("shop.CartIT"))).isFalse();
    }

    @Test
    void anExtensionHidesTheLogsFindingOfClassesThatNameIt() {
        String extension = """
                class Tables implements org.junit.jupiter.api.extension.BeforeEachCallback {
                    public void beforeEach(org.junit.jupiter.api.extension.ExtensionContext context) {
                        new org.springframework.jdbc.core.JdbcTemplate().execute("CREATE TABLE orders (id int)");
                    }
                }
                """;
        String user = "@org.junit.jupiter.api.extension.ExtendWith(Tables.class)"
                + " class OrderIT { @org.junit.jupiter.api.Test void places() {} }";
        String other = "class CartIT { @org.junit.jupiter.api.Test void adds() {} }";

        LintOutcome lint = Examples.of(extension, user, other).everything();

        assertThat(lint.alreadyFinds(schema("shop.OrderIT"))).isTrue();
        assertThat(lint.alreadyFinds(schema("shop.CartIT"))).isFalse();
    }

    @Test
    void twoOfAKindInOneMethodAreTwoThatKeepTheirFingerprintsWhenLinesMove() {
        String test = """
                class OrderIT {
                    @org.junit.jupiter.api.Test
                    void waits() throws Exception {
                        Thread.sleep(1);
                        Thread.sleep(2);
                    }
                }
                """;

        List<Finding> before = sleeps(Examples.of(test).everything());
        List<Finding> moved = sleeps(Examples.of("\n\n" + test).everything());

        assertThat(before).extracting(Finding::fingerprint).hasSize(2).doesNotHaveDuplicates();
        assertThat(moved)
                .extracting(Finding::fingerprint)
                .isEqualTo(before.stream().map(Finding::fingerprint).toList());
        assertThat(moved)
                .extracting(Finding::line)
                .doesNotContainSequence(before.get(0).line());
    }

    @Test
    void suppressionsAreReadFromClassesMethodsHelpersAndBases() {
        LintOutcome lint = Examples.of(ANNOTATION, """
                        @SuppressHygiene(value = {"sleeps", "no-assertion"}, reason = "all of it")
                        abstract class Base {
                            @org.junit.jupiter.api.Test
                            void inherited() {}
                        }
                        """, """
                        class OrderIT extends Base {
                            @SuppressHygiene("fixed-file")
                            @org.junit.jupiter.api.Test
                            void one() {
                                Pauses.shortly();
                            }
                        }
                        """, """
                        @SuppressHygiene(value = "sleeps", reason = "it is its name")
                        class Pauses {
                            static void shortly() {}
                        }
                        """).everything();

        assertThat(lint.suppressions())
                .extracting(each -> each.subject().text(), Suppression::rules, Suppression::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "shop.Base", List.of("sleeps", "no-assertion"), "all of it"),
                        org.assertj.core.groups.Tuple.tuple("shop.OrderIT#one", List.of("fixed-file"), ""),
                        org.assertj.core.groups.Tuple.tuple("shop.Pauses", List.of("sleeps"), "it is its name"));
        assertThat(lint.suppressions().get(0).writtenAt().file()).startsWith("sources/shop/");
    }

    @Test
    void classFilesThatCannotBeReadAreOneWarning() {
        byte[] future = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) 200, 0, 1};
        LintOutcome lint = Examples.of("""
                        class OrderIT {
                            @org.junit.jupiter.api.Test
                            void waits() throws Exception {
                                Thread.sleep(1);
                            }
                        }
                        """)
                .classFile("shop/FutureIT.class", future)
                .classFile("shop/BrokenIT.class", new byte[] {1, 2, 3})
                .everything();

        assertThat(lint.findings())
                .filteredOn(finding -> finding.rule().equals("unread-class"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message())
                                .isEqualTo(
                                        "2 class files were not looked at: `shop.BrokenIT` (it is no class file), `shop.FutureIT`"
                                                + " (it is compiled for Java 156, and the newest that can be read is Java 28)."));
        assertThat(sleeps(lint)).hasSize(1);
    }

    @Test
    void findingsAboutTestsThatNothingIsWrongWithHaveAPlaceToo() {
        TestPlaces places = Examples.of("""
                        abstract class Base {
                            @org.junit.jupiter.api.Test
                            void inherited() {}
                        }
                        """, """
                        class OrderIT extends Base {

                            @org.junit.jupiter.api.Test
                            void one() {
                                System.out.println();
                            }
                        }
                        """).everything().places();

        assertThat(places.placed(about("shop.OrderIT", "one")))
                .returns("sources/shop/OrderIT.java", Finding::file)
                .returns(5, Finding::line);
        assertThat(places.placed(about("shop.OrderIT", "inherited")).file()).isEqualTo("sources/shop/Base.java");
        assertThat(places.placed(about("shop.OrderIT", "unknown")).file()).isEqualTo("sources/shop/OrderIT.java");
        assertThat(places.placed(about("shop.OtherIT", "one")).file()).isNull();
        assertThat(places.placed(about("", null)).file()).isNull();
    }

    private static Finding about(String className, @Nullable String methodName) {
        return Findings.of(Rule.VICTIM, className, methodName, "It fails.", "Mend it.");
    }
}
