package io.github.testhygiene.rerun.launch;

import io.github.testhygiene.model.ForkMode;
import io.github.testhygiene.model.LaunchRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the JVMs of one recipe are launched so that they start sooner. Safe for use by several threads. */
public final class FastLaunch {

    private final List<String> flags;
    private final Map<String, String> places;
    private final @Nullable ClassArchive archive;
    private final @Nullable String obstacle;

    private FastLaunch(
            List<String> flags, Map<String, String> places, @Nullable ClassArchive archive, @Nullable String obstacle) {
        this.flags = flags;
        this.places = places;
        this.archive = archive;
        this.obstacle = obstacle;
    }

    /** Prepares a recipe; an obstacle costs the archive, not the rest. */
    static FastLaunch of(LaunchRecipe recipe, ForkPlaces places, ForkCache cache) {
        List<String> flags = FastFlags.of(recipe.inputArguments());
        if (!FastFlags.mayArchive(recipe.inputArguments())) {
            return new FastLaunch(flags, Map.of(), null, "the JVM's own arguments speak of one");
        }
        List<String> entries = new ArrayList<>(recipe.classPath());
        entries.add(places.pluginJar().toString());
        entries.addAll(recipe.launcherPath());
        try {
            int version = Integer.parseInt(recipe.systemProperties().getOrDefault("java.specification.version", "17"));
            PackedClassPath packed =
                    PackedClassPath.of(entries, places.absoluteProjectFolders(), jvm(recipe, flags), cache);
            return new FastLaunch(flags, packed.places(), new ClassArchive(packed.folder(), version), null);
        } catch (IOException | NumberFormatException e) {
            return new FastLaunch(flags, Map.of(), null, e.toString());
        } catch (PackedClassPath.NotPacked e) {
            return new FastLaunch(flags, Map.of(), null, e.getMessage());
        }
    }

    /** What an archive depends on besides the classes; not what differs from build to build, such as ports. */
    private static List<String> jvm(LaunchRecipe recipe, List<String> flags) throws IOException {
        List<String> jvm = new ArrayList<>(List.of(recipe.javaHome()));
        Path release = Path.of(recipe.javaHome(), "release");
        if (Files.exists(release)) {
            jvm.add(Files.readString(release));
        }
        jvm.addAll(flags);
        for (String argument : recipe.inputArguments()) {
            if (argument.startsWith("-javaagent:")) {
                jvm.add(argument.replaceFirst("=.*", ""));
            } else if (argument.startsWith("-X") || argument.startsWith("--")) {
                jvm.add(argument);
            }
        }
        return jvm;
    }

    /** How the next JVM is launched, and what it has to do with the archive. */
    Prepared next(boolean knowsMoreClasses) {
        ClassArchive.Use use = archive == null ? ClassArchive.Use.NOTHING : archive.next(knowsMoreClasses);
        List<String> arguments = new ArrayList<>(flags);
        arguments.addAll(use.arguments());
        // Without an archive, folders are as good as jars, and nearer to the user's own run.
        Map<String, String> packed = use.argument() == null ? Map.of() : places;
        return new Prepared(new ForkStyle(ForkMode.FAST, arguments, packed, use.writes() != null), this, use);
    }

    /** Why there is no archive; null if there is one, or may be one yet. */
    @Nullable
    String withoutArchive() {
        return archive == null ? obstacle : archive.refused();
    }

    /**
     * One JVM's part.
     *
     * @param style how it is launched
     * @param launch of which recipe
     * @param use what it has to do with the archive
     */
    record Prepared(ForkStyle style, FastLaunch launch, ClassArchive.Use use) {

        /** It was used, and has ended. */
        void ended(boolean completed) {
            if (launch.archive != null) {
                launch.archive.written(use, completed);
            }
        }

        /** It was never used. */
        void unused() {
            if (launch.archive != null) {
                launch.archive.notWritten(use);
            }
        }
    }
}
