package io.github.testhygiene.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestSelection;
import io.github.testhygiene.lint.rule.Examples;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.TestGroups;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which tests of the selected classes are looked at. */
class SelectedTestsTest {

    private static final String SLOW = """
            import java.lang.annotation.*;
            import org.junit.jupiter.api.*;

            @Tag("slow")
            @Retention(RetentionPolicy.RUNTIME)
            @interface Slow {}
            """;

    private static final String OFF = """
            import java.lang.annotation.*;
            import org.junit.jupiter.api.*;

            @Disabled("later")
            @Retention(RetentionPolicy.RUNTIME)
            @interface Off {}
            """;

    private static final String TESTS = """
            import org.junit.jupiter.api.*;

            class OrderIT {
                @Test
                void quick() throws Exception {
                    Thread.sleep(1000);
                }

                @Slow
                @Test
                void composed() throws Exception {
                    pause();
                }

                @Off
                @Test
                void off() throws Exception {
                    Runnable run = () -> {
                        try {
                            Thread.sleep(3000);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    };
                    run.run();
                }

                @Tag("web")
                @Nested
                class Web {
                    @Test
                    void nested() throws Exception {
                        Thread.sleep(4000);
                    }
                }

                private static void pause() throws Exception {
                    Thread.sleep(2000);
                }
            }
            """;

    private static final String CATEGORIES = """
            import org.junit.Test;
            import org.junit.experimental.categories.Category;

            public class OldIT {
                public interface Integration {}
                public interface Database extends Integration {}

                @Category(Database.class)
                @Test
                public void categorized() throws Exception {
                    Thread.sleep(5000);
                }

                @org.junit.Ignore
                @Test
                public void ignored() throws Exception {
                    Thread.sleep(6000);
                }
            }
            """;

    private static final String GROUPS = """
            import org.testng.annotations.Test;

            public class GroupedIT {
                @Test(groups = {"db", "slow"})
                public void grouped() throws Exception {
                    Thread.sleep(7000);
                }

                @Test(enabled = false)
                public void notEnabled() throws Exception {
                    Thread.sleep(8000);
                }
            }
            """;

    private static List<String> sleeping(TestSelection selection) {
        return Examples.of(SLOW, OFF, TESTS, CATEGORIES, GROUPS).everything(selection).findings().stream()
                .filter(finding -> finding.rule().equals("sleeps"))
                .map(Finding::subject)
                .sorted()
                .toList();
    }

    private static TestSelection groups(String included, String excluded) {
        TestGroups groups = new TestGroups(included, excluded);
        return TestSelections.inGroups(Map.of(
                "shop.OrderIT", List.of(groups), "shop.OldIT", List.of(groups), "shop.GroupedIT", List.of(groups)));
    }

    @Test
    void disabledTestsAreLeftAloneHoweverTheyAreDisabled() {
        assertThat(sleeping(TestSelection.ALL))
                .containsExactly(
                        "GroupedIT.grouped",
                        "OldIT.categorized",
                        "OrderIT.Web.nested",
                        "OrderIT.pause",
                        "OrderIT.quick");
    }

    @Test
    void excludedTagsCategoriesAndGroupsAreLeftAlone() {
        assertThat(sleeping(groups(null, "web, Integration, db"))).containsExactly("OrderIT.pause", "OrderIT.quick");
        assertThat(sleeping(groups("none()", null))).containsExactly("OrderIT.quick");
    }

    @Test
    void includedOnesAreLookedAt() {
        assertThat(sleeping(groups("web | shop.OldIT.Database", null)))
                .containsExactly("OldIT.categorized", "OrderIT.Web.nested");
    }

    @Test
    void aTestRunsIfOneExecutionSelectsIt() {
        TestSelection two = TestSelections.inGroups(
                Map.of("shop.OrderIT", List.of(new TestGroups("web", null), new TestGroups(null, "web | slow"))));

        assertThat(sleeping(two)).contains("OrderIT.Web.nested", "OrderIT.quick");
    }

    @Test
    void afterARunThoseAreLookedAtThatRan() {
        TestSelection recorded = TestSelections.recorded(List.of(
                SampleTests.test("shop.OrderIT", "composed"), SampleTests.test("shop.OldIT", "categorized[0]")));

        assertThat(sleeping(recorded)).containsExactly("OldIT.categorized", "OrderIT.pause");
    }

    @Test
    void aClassOfWhichNoTestRunsIsNone() {
        TestSelection recorded = TestSelections.recorded(List.of(SampleTests.test("shop.OrderIT$Web", "nested")));

        assertThat(Examples.of(SLOW, OFF, TESTS, CATEGORIES, GROUPS)
                        .scope(recorded)
                        .testClasses())
                .extracting((TestClass each) -> each.file().name())
                .containsExactlyInAnyOrder("shop.OrderIT", "shop.OrderIT$Web");
    }

    @Test
    void anExpressionThatIsNoneIsNamed() {
        assertThatThrownBy(() -> groups("slow &", null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<groups>")
                .hasMessageContaining("slow & (it ends too early)");
    }
}
