package io.github.testhygiene.selection;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From changed files to the tests that they may concern, with real class files. */
class ChangedTestsTest {

    private static final List<RecordedTest> TESTS = List.of(
            test("shop.OrderIT", "places"),
            test("shop.CartIT", "fills"),
            test("shop.CartIT$WhenFull", "refuses"),
            test("shop.ReportIT", "sums"));

    @TempDir
    private Path temporary;

    private Checkout checkout;

    @BeforeEach
    void makeAShop() {
        checkout = Checkout.in(temporary);
        checkout.main("Prices", "class Prices { int of() { return 1; } }");
        checkout.main("Orders", "class Orders { int total() { return new Prices().of(); } }");
        checkout.main("Carts", "class Carts { }");
        checkout.test("OrderIT", "class OrderIT { void places() { new Orders().total(); } }");
        checkout.test("CartIT", "class CartIT { class WhenFull { Carts carts; } }");
        checkout.test("ReportIT", "class ReportIT { }");
        checkout.compile().origin("main", checkout.commit());
    }

    @Test
    void whereNothingHasChangedNoTestIsPicked() {
        SelectorChoice picked = pick();

        assertThat(picked.tests()).isEmpty();
        assertThat(picked.everyTestBecause()).isNull();
    }

    @Test
    void aTestIsPickedForItsOwnClassAndForWhatThatReaches() {
        checkout.main("Prices", "class Prices { int of() { return 2; } }");

        SelectorChoice picked = pick();

        assertThat(names(picked)).containsExactly("OrderIT.places");
        assertThat(picked.from()).containsExactly("Prices");
        assertThat(picked.since()).isEqualTo(checkout.git("rev-parse", "HEAD"));

        checkout.test("ReportIT", "class ReportIT { int now = 1; }");
        assertThat(names(pick())).containsExactlyInAnyOrder("OrderIT.places", "ReportIT.sums");
    }

    @Test
    void aNestedClassIsPickedWithTheOneAroundIt() {
        checkout.main("Carts", "class Carts { int size; }");

        assertThat(names(pick())).containsExactlyInAnyOrder("CartIT.fills", "CartIT.WhenFull.refuses");
    }

    @Test
    void whatIsBehindAnInterfaceIsReached() {
        checkout.main("Gateway", "interface Gateway { void pay(); }");
        checkout.main("Bank", "class Bank implements Gateway { public void pay() {} }");
        checkout.test("OrderIT", "class OrderIT { void places(Gateway gateway) { gateway.pay(); } }");
        checkout.compile().origin("main", checkout.commit());
        checkout.main("Bank", "class Bank implements Gateway { public void pay() { int i = 1; } }");

        assertThat(names(pick())).containsExactly("OrderIT.places");
    }

    @Test
    void whoSharesABaseClassWithAChangedOneIsNotReached() {
        checkout.test("Base", "class Base { }");
        checkout.test("OrderIT", "class OrderIT extends Base { }");
        checkout.test("ReportIT", "class ReportIT extends Base { }");
        checkout.compile().origin("main", checkout.commit());
        checkout.test("OrderIT", "class OrderIT extends Base { int changed; }");
        assertThat(names(pick())).containsExactly("OrderIT.places");

        checkout.test("Base", "class Base { int changed; }");
        assertThat(names(pick())).containsExactlyInAnyOrder("OrderIT.places", "ReportIT.sums");
    }

    @Test
    void annotationsAndTheClassesInThemAreReached() {
        checkout.test("Uses", "@interface Uses { Class<?>[] value(); }");
        checkout.main("Clock", "class Clock { }");
        checkout.test("ReportIT", "@Uses({String.class, Clock.class}) class ReportIT { }");
        checkout.compile().origin("main", checkout.commit());
        checkout.main("Clock", "class Clock { int changed; }");
        assertThat(names(pick())).containsExactly("ReportIT.sums");

        checkout.origin("main", checkout.commit());
        checkout.test("Uses", "@interface Uses { Class<?>[] value(); int changed() default 1; }");
        assertThat(names(pick())).containsExactly("ReportIT.sums");
    }

    @Test
    void aConstantIsReachedAlthoughTheCompilerHasCopiedIt() {
        checkout.main("Limits", "interface Limits { int MOST = 3; }");
        checkout.main("Texts", "class Texts { static final int MOST = 5; }");
        checkout.test("ReportIT", "class ReportIT { int most() { return Limits.MOST; } }");
        checkout.compile().origin("main", checkout.commit());
        checkout.main("Limits", "interface Limits { int MOST = 4; }");
        assertThat(names(pick())).containsExactly("ReportIT.sums");

        checkout.origin("main", checkout.commit());
        checkout.main("Texts", "class Texts { static final int MOST = 6; }");
        assertThat(names(pick())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "src/main/resources/application.yml",
                "src/test/resources/data.sql",
                "src/test/java/shop/expected.json",
                "src/docs/notes.md",
                ".mvn/maven.config",
                "docker-compose.yml"
            })
    void whatAnyTestMayReadPicksEveryTest(String path) {
        checkout.write(path, "<project><artifactId>changed</artifactId></project>");

        assertThat(pick().everyTestBecause()).contains("`" + path + "` differs");
        assertThat(pick().tests()).hasSize(TESTS.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README",
                "docs/notes.md",
                "LICENSE.txt",
                "CHANGELOG.adoc",
                ".github/workflows/ci.yml",
                ".gitignore",
                "target/generated/file.txt"
            })
    void whatNoTestReadsPicksNone(String path) {
        checkout.write(path, "");

        assertThat(pick().everyTestBecause()).isNull();
        assertThat(pick().tests()).isEmpty();
    }

    @Test
    void aDeletedSourcePicksEveryTest() {
        checkout.delete("src/main/java/shop/Carts.java");

        assertThat(pick().everyTestBecause()).startsWith("`src/main/java/shop/Carts.java` is deleted");
    }

    @Test
    void aSourceFromWhichNoClassIsMadePicksEveryTest() {
        checkout.write("src/main/java/shop/package-info.java", "@Deprecated package shop;");
        checkout.compile();

        assertThat(pick().everyTestBecause()).contains("no class says that it is made from it");
    }

    @Test
    void aSourceIsFoundByItsPackageWhateverFolderItIsIn() {
        checkout.write("src/main/java/elsewhere/Discounts.java", "package shop;\nclass Discounts { }");
        checkout.test("ReportIT", "class ReportIT { Discounts discounts; }");
        checkout.compile().origin("main", checkout.commit());
        checkout.write("src/main/java/elsewhere/Discounts.java", "package shop;\nclass Discounts { int changed; }");

        assertThat(names(pick())).containsExactly("ReportIT.sums");
    }

    @Test
    void aTestOfWhichNoClassIsKnownIsPickedWithAnyChange() {
        RecordedTest foreign = test("library.SharedIT", "works");
        checkout.test("ReportIT", "class ReportIT { int changed; }");
        checkout.compile();
        List<RecordedTest> tests = new ArrayList<>(TESTS);
        tests.add(foreign);

        assertThat(selector(checkout).pick(recording(tests), tests).tests())
                .containsExactlyInAnyOrder(TESTS.get(3).id(), foreign.id());
    }

    @Test
    void aClassFileThatCannotBeReadPicksEveryTest() {
        checkout.write("target/classes/shop/Broken.class", "no class");
        checkout.test("ReportIT", "class ReportIT { int changed; }");

        assertThat(pick().everyTestBecause()).contains("Broken.class could not be read");
    }

    @Test
    void otherModulesCountIfThisOneNeedsThem() {
        Checkout shop = Checkout.in(temporary.resolve("whole"), "shop");
        shop.test("ReportIT", "class ReportIT { }").compile();
        shop.write("../pom.xml", "<project/>").write("../library/pom.xml", "<project/>");
        shop.write("../other/pom.xml", "<project/>");
        shop.origin("main", shop.commit());
        Path library = shop.root().resolve("library");
        TestSelector selector = selector(shop.write("../other/src/main/java/Other.java", "class Other { }"));
        assertThat(selector.pick(recording(TESTS), TESTS).tests()).isEmpty();

        shop.write("../library/src/main/java/Library.java", "class Library { }");
        TestSelector needing =
                new ChangedTests(WorkingTreeChanges.since(shop.module(), null), shop.layout(library::equals));

        assertThat(needing.pick(recording(TESTS), TESTS).everyTestBecause())
                .contains("`library/src/main/java/Library.java` differs, in a module that this one needs");
    }

    @Test
    void aFileOfNoModuleAndOneOfTheWholeBuildPickEveryTest() {
        Checkout shop = Checkout.in(temporary.resolve("mixed"), "shop");
        shop.test("ReportIT", "class ReportIT { }").compile();
        shop.origin("main", shop.commit());
        shop.write("../front/app.ts", "1");

        assertThat(selector(shop).pick(recording(TESTS), TESTS).everyTestBecause())
                .contains("`front/app.ts` differs, which belongs to no other module");
    }

    private SelectorChoice pick() {
        checkout.compile();
        return selector(checkout).pick(recording(TESTS), TESTS);
    }

    private static TestSelector selector(Checkout checkout) {
        return new ChangedTests(WorkingTreeChanges.since(checkout.module(), null), checkout.layout());
    }

    private static Recording recording(List<RecordedTest> tests) {
        return new Recording(
                Instant.EPOCH,
                Duration.ofSeconds(1),
                tests,
                tests.stream().collect(Collectors.toMap(RecordedTest::id, SampleTests::passed)),
                List.of());
    }

    private static Set<String> names(SelectorChoice picked) {
        return TESTS.stream()
                .filter(test -> picked.tests().contains(test.id()))
                .map(RecordedTest::shortName)
                .collect(Collectors.toSet());
    }
}
