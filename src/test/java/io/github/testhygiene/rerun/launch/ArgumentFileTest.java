package io.github.testhygiene.rerun.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.rerun.run.RerunFixture;
import io.github.testhygiene.rerun.samples.Echo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What we write into the file is what a JVM reads out of it. */
@Timeout(120)
class ArgumentFileTest {

    private static final List<String> NASTY = List.of(
            "plain",
            "",
            " ",
            "two words",
            "  leading and trailing  ",
            "\"",
            "a \"quoted\" word",
            "'single'",
            "\\",
            "C:\\Program Files\\new\\table\\",
            "\\\"",
            "line\nline",
            "line\r\nline",
            "\ttab\f",
            "# no comment",
            "@not-a-file",
            "$HOME ${HOME} %PATH% `id` *",
            "x".repeat(200_000));

    private static List<String> echo(Path folder, String property, List<String> arguments) throws IOException {
        LaunchRecipe recipe = new LaunchRecipe(
                System.getProperty("java.home"),
                List.of("-Dsample=" + property),
                RerunFixture.recipe(Map.of()).classPath(),
                List.of(),
                Map.of(),
                Map.of(),
                "",
                Map.of());
        JvmCommand command =
                new JvmCommand(recipe, RerunFixture.pluginClasses(), text -> text, folder, ForkStyle.PLAIN);
        Path file = folder.resolve("arguments");
        List<String> program = new ArrayList<>(List.of(Echo.class.getName()));
        program.addAll(arguments);
        command.writeArguments(file, program);
        Process process = new ProcessBuilder(command.commandLine(file))
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            return Arrays.stream(new String(output.readAllBytes(), StandardCharsets.UTF_8).split("\\R", -1))
                    .map(line -> new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8))
                    .toList();
        }
    }

    @Test
    void whatTheEncodingLacksIsRefusedAndNotReplaced() {
        assertThatThrownBy(() -> JvmCommand.encoded("-Dpassword=secret-\u00fc", StandardCharsets.US_ASCII))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("US-ASCII cannot express `\u00fc`")
                .hasMessageContaining("LC_ALL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void everyArgumentArrivesAsItWas(@TempDir Path folder) throws IOException {
        List<String> heard = echo(folder, "a \"b\" \\ c\r\nd", NASTY);

        assertThat(heard.get(0)).isEqualTo("a \"b\" \\ c\r\nd");
        assertThat(heard.subList(1, heard.size() - 1)).isEqualTo(NASTY);
    }

    @Test
    void lettersOfTheUsersLanguageArrive(@TempDir Path folder) throws IOException {
        String name = "C:/Users/Jürgen";
        assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode(name));

        assertThat(echo(folder, name, List.of(name))).startsWith(name, name);
    }

    @Test
    void theFileMayStandInAFolderWithSpaces(@TempDir Path folder) throws IOException {
        Path spaces = Files.createDirectories(folder.resolve("in a folder/with spaces"));

        assertThat(echo(spaces, "x", List.of("y"))).startsWith("x", "y");
    }
}
