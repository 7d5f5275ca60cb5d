package io.github.testhygiene;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house plan: which package may use which, and what no package may use. */
class ArchitectureTest {

    private static final String ROOT = "io.github.testhygiene";
    private static final String TEMPLATES = ROOT + ".report.templates..";
    private static final List<String> JUNIT =
            List.of("org.junit.platform..", "org.junit.jupiter.api..", "org.opentest4j..");
    private static final List<String> MAVEN =
            List.of("org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus.util.xml..", "javax.inject..");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** One row of the table. */
    private record Row(String name, List<String> ours, List<String> outside) {

        List<String> packages() {
            List<String> all = new ArrayList<>(List.of("java..", "org.jspecify.annotations..", of(name)));
            ours.forEach(each -> all.add(of(each)));
            all.addAll(outside);
            return all;
        }

        private static String of(String name) {
            return ROOT + "." + name + "..";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> table() {
        return Stream.of(
                new Row("model", List.of(), List.of()),
                new Row("text", List.of("model"), List.of()),
                new Row("advice", List.of("model"), List.of()),
                new Row("wire", List.of("model"), List.of()),
                new Row("fork", List.of("wire", "model"), JUNIT),
                new Row("maven", List.of("model", "advice"), MAVEN),
                new Row("sql", List.of("model", "advice"), List.of()),
                new Row("process", List.of(), List.of()),
                new Row("filesystem", List.of(), List.of()),
                new Row(
                        "postgres",
                        List.of("model", "advice", "sql", "process", "filesystem"),
                        List.of(
                                "javax.sql..",
                                "org.postgresql..",
                                "org.testcontainers..",
                                "com.github.dockerjava.api..",
                                "org.apache.commons.compress.archivers.tar..",
                                "org.tukaani.xz..")),
                new Row("recording", List.of("wire", "model", "postgres", "sql", "advice"), List.of()),
                new Row("plan", List.of("model"), List.of()),
                new Row("bytecode", List.of(), List.of("org.objectweb.asm..")),
                new Row("selection", List.of("model", "advice", "text", "bytecode"), List.of("org.objectweb.asm..")),
                new Row(
                        "rerun",
                        List.of("plan", "wire", "model", "process", "filesystem", "postgres", "advice"),
                        List.of()),
                new Row(
                        "session",
                        List.of("postgres", "rerun", "recording", "selection", "plan", "gate", "model", "advice"),
                        List.of()),
                new Row("diagnosis", List.of("plan", "model", "text"), List.of()),
                new Row("timing", List.of("model", "text"), List.of()),
                new Row("evidence", List.of("model", "text"), List.of()),
                new Row("gate", List.of("model", "text"), List.of()),
                new Row("help", List.of("model", "text"), List.of()),
                new Row("lint", List.of("model", "advice", "text", "bytecode"), List.of("org.objectweb.asm..")),
                new Row(
                        "report",
                        List.of("model", "text"),
                        List.of(
                                "tools.jackson..",
                                "com.fasterxml.jackson.annotation..",
                                "gg.jte..",
                                "javax.xml.stream..")),
                // How much memory there is, the JDK tells in an interface of its own.
                new Row("check", stages(), List.of("com.sun.management..")),
                new Row("replay", and(stages(), "check"), List.of()),
                new Row("mojo", and(stages(), "check", "replay", "maven"), MAVEN));
    }

    private static List<String> and(List<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).toList();
    }

    private static List<String> stages() {
        return List.of(
                "model",
                "text",
                "advice",
                "wire",
                "sql",
                "postgres",
                "recording",
                "plan",
                "rerun",
                "diagnosis",
                "timing",
                "evidence",
                "gate",
                "help",
                "lint",
                "selection",
                "report",
                "session");
    }

    @ParameterizedTest
    @MethodSource("table")
    void aPackageUsesWhatItsRowAllowsAndNothingElse(Row row) {
        classes()
                .that()
                .resideInAPackage(ROOT + "." + row.name() + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(row.packages().toArray(String[]::new))
                .check(OURS);
    }

    @Test
    void everyPackageHasItsRow() {
        Set<String> names = table().map(Row::name).collect(Collectors.toSet());
        // The root package has a description of the whole, and no class.
        assertThat(OURS).isNotEmpty().allSatisfy(each -> assertThat(names)
                .contains(
                        each.getSimpleName().equals("package-info")
                                ? "model"
                                : each.getPackageName()
                                        .substring(ROOT.length() + 1)
                                        .split("\\.", 2)[0]));
    }

    @Test
    void thereIsNoCycleBetweenPackages() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void thereIsNoCycleBetweenTheRoomsOfAPackage() {
        slices().matching(ROOT + ".(rerun.*)..").should().beFreeOfCycles().check(OURS);
        slices().matching(ROOT + ".(postgres.*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void nothingDependsOnTheMojos() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".mojo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".mojo..")
                .check(OURS);
    }

    /** The same core could carry a plugin of another build tool. */
    @Test
    void onlyTheMojosAndWhatTheyAskOfMavenKnowMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".mojo..", ROOT + ".maven..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MAVEN.toArray(String[]::new))
                .check(OURS);
    }

    @Test
    void onlyOneClassKnowsHowFailsafeReadsSelections() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".maven..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.maven.surefire..")
                .check(OURS);
    }

    @Test
    void onlyPostgresSpeaksJdbc() {
        // The session loads the drivers of the tests' class path where they run in Maven's JVM, and calls none.
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".postgres..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".fork.RecordingSession")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..")
                        // What a server refuses, the recording tells as the reason for what is missing.
                        .and(not(type(SQLException.class))))
                .check(OURS);
    }

    @Test
    void nobodyAsksTheDriverManagerWhichFindsDriversOfOtherClassLoaders() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(DriverManager.class)
                .check(OURS);
    }

    @Test
    void systemPropertiesAreSetInTheTestsJvmAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".fork..")
                .should()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .orShould()
                .callMethod(System.class, "setProperties", java.util.Properties.class)
                .orShould()
                .callMethod(System.class, "clearProperty", String.class)
                .check(OURS);
    }

    @Test
    void thereIsNoMutableStaticField() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(ROOT + ".fork..", TEMPLATES)
                .should()
                .beFinal()
                .check(OURS);
    }

    @Test
    void oneClassOwnsTheEndOfTheJvm() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".fork..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".session.Shutdown")
                .should()
                .callMethod(Runtime.class, "addShutdownHook", Thread.class)
                .orShould()
                .callMethod(File.class, "deleteOnExit")
                .check(OURS);
    }

    @Test
    void whatIsToldGoesThroughMavensLog() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..", "org.slf4j..", "org.apache.commons.logging..", "org.apache.log4j..")
                .check(OURS);
    }

    @Test
    void aClassIsNamedByWhatItIs() {
        noClasses()
                .that(alwaysTrue())
                .should()
                .haveNameMatching(".*(Helper|Util|Utils|Manager|Impl|Data)")
                .check(OURS);
    }
}
