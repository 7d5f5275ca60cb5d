package io.github.testhygiene.bench;

import io.github.testhygiene.model.DatabaseCoordinates;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project whose tests are run alone in different ways.
 *
 * @param name what the table calls it
 * @param folder where a copy of it stands that can be built in
 * @param settings what every build of it is called with
 * @param forPlugin what builds with the plugin are called with besides
 * @param selection the classes, as {@code -Dit.test} wants them
 * @param tests every test of these classes, as {@code -Dit.test} wants it
 * @param properties the beginning of the properties that tell its tests where the database is
 * @param schema what its databases hold at first; null for nothing
 */
record SpeedSample(
        String name,
        Path folder,
        List<String> settings,
        List<String> forPlugin,
        String selection,
        List<String> tests,
        String properties,
        @Nullable Path schema) {

    /** Tells the tests of a database without the plugin. */
    List<String> on(DatabaseCoordinates database) {
        return List.of(
                "-D" + properties + "url=" + database.jdbcUrl(),
                "-D" + properties + "username=" + database.username(),
                "-D" + properties + "password=" + database.password());
    }

    /** The arguments of a build. */
    List<String> with(Stream<String> arguments) {
        return Stream.concat(settings.stream(), arguments).toList();
    }

    /** A file that the benchmark keeps beside the copy. */
    Path beside(String fileName) {
        return folder.resolveSibling(folder.getFileName() + "-" + fileName);
    }
}
