package io.github.testhygiene.rerun.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.LaunchRecipe;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmCommandTest {

    private static final Path TEMPORARY = Path.of("/work/target/test-hygiene/run1");
    private static final Path PLUGIN = Path.of("/repository/plugin.jar");

    private static JvmCommand command(LaunchRecipe recipe) {
        return new JvmCommand(
                recipe, PLUGIN, text -> text.replace("shop_ref", "shop_clone7"), TEMPORARY, ForkStyle.PLAIN);
    }

    private static LaunchRecipe recipe(
            List<String> arguments, Map<String, String> properties, Map<String, String> env) {
        return new LaunchRecipe(
                "/jdk",
                arguments,
                List.of("/m/test-classes", "/m/classes", "/repository/shop_ref.jar"),
                List.of("/repository/launcher.jar"),
                properties,
                env,
                "/m",
                Map.of("db", "jdbc:shop_ref", "other", "x"));
    }

    private static LaunchRecipe recipe(String... arguments) {
        return recipe(List.of(arguments), Map.of(), Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:/repo/org.jacoco.agent-0.8.12-runtime.jar=destfile=/m/target/jacoco.exec",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=*:5005",
                "-Xrunjdwp:transport=dt_socket,server=y,suspend=n,address=5005",
                "-Xdebug"
            })
    void coverageAndDebuggersAreLeftOut(String argument) {
        assertThat(command(recipe("-Xmx1g", argument, "-ea")).arguments(List.of()))
                .doesNotContain(argument)
                .startsWith("-Xmx1g", "-ea");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:/repo/mockito-core.jar",
                "-agentlib:hprof",
                "-Ddebug=-Xdebug",
                "-Djacoco=1",
                "--add-opens=java.base/java.lang=ALL-UNNAMED"
            })
    void everyOtherArgumentStays(String argument) {
        assertThat(command(recipe(argument)).arguments(List.of())).startsWith(argument);
    }

    @Test
    void theTemporaryFolderComesAfterTheUsersArgumentsSoThatItCounts() {
        assertThat(command(recipe("-Djava.io.tmpdir=/mine", "-Xmx1g")).arguments(List.of("Main", "1")))
                .containsExactly(
                        "-Djava.io.tmpdir=/mine",
                        "-Xmx1g",
                        "-XX:ErrorFile=" + TEMPORARY.resolve("hs_err_pid%p.log"),
                        "-Djava.io.tmpdir=" + TEMPORARY,
                        "-cp",
                        String.join(
                                File.pathSeparator,
                                "/m/test-classes",
                                "/m/classes",
                                "/repository/shop_ref.jar",
                                PLUGIN.toString(),
                                "/repository/launcher.jar"),
                        "Main",
                        "1");
    }

    @Test
    void theClonesNameStandsWhereTheReferencesStood() {
        LaunchRecipe recipe = recipe(
                List.of("-Ddb=jdbc:postgresql://h/shop_ref?x=shop_ref"),
                Map.of("db.url", "jdbc:postgresql://h/shop_ref", "plain", "shop"),
                Map.of("DB", "shop_ref", "PLAIN", "x"));

        JvmCommand command = command(recipe);

        assertThat(command.arguments(List.of())).startsWith("-Ddb=jdbc:postgresql://h/shop_clone7?x=shop_clone7");
        assertThat(command.systemProperties())
                .containsEntry("db.url", "jdbc:postgresql://h/shop_clone7")
                .containsEntry("plain", "shop");
        assertThat(command.environment()).isEqualTo(Map.of("DB", "shop_clone7", "PLAIN", "x"));
        assertThat(command.configurationParameters()).isEqualTo(Map.of("db", "jdbc:shop_clone7", "other", "x"));
    }

    @Test
    void optionsThatTheRecordedArgumentsHoldAlreadyAreNotGivenTwice() {
        LaunchRecipe recipe = recipe(
                List.of(),
                Map.of(),
                Map.of("JDK_JAVA_OPTIONS", "-Xmx1g", "JAVA_TOOL_OPTIONS", "-javaagent:x", "PATH", "/bin"));

        assertThat(command(recipe).environment()).isEqualTo(Map.of("PATH", "/bin"));
    }

    @Test
    void propertiesOfTheRecordedJvmAreNotSetInAnother() {
        LaunchRecipe recipe = recipe(
                List.of(),
                Map.of(
                        "java.io.tmpdir", "/mine",
                        "sun.java.command", "ForkedBooter",
                        "jdk.module.main", "m",
                        "surefire.real.class.path", "/tmp/surefirebooter.jar",
                        "java.class.path", "/m/recorder.jar",
                        "user.timezone", "UTC"),
                Map.of());

        assertThat(command(recipe).systemProperties())
                .isEqualTo(Map.of(
                        "user.timezone",
                        "UTC",
                        "java.class.path",
                        String.join(
                                File.pathSeparator,
                                "/m/test-classes",
                                "/m/classes",
                                "/repository/shop_ref.jar",
                                PLUGIN.toString())));
    }

    @Test
    void theCommandLineIsShortHoweverLongTheClassPath() {
        assertThat(command(recipe()).commandLine(Path.of("/m/rerun.args")))
                .containsExactly(Path.of("/jdk", "bin", "java").toString(), "@" + Path.of("/m/rerun.args"));
    }

    @Test
    void theUsersPlaceForWhatACrashLeavesStays() {
        assertThat(command(recipe("-XX:ErrorFile=/mine/crash.log")).arguments(List.of()))
                .filteredOn(argument -> argument.startsWith("-XX:ErrorFile="))
                .containsExactly("-XX:ErrorFile=/mine/crash.log");
    }
}
