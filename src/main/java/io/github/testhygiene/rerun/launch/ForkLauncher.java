package io.github.testhygiene.rerun.launch;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.rerun.files.ModuleCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Launches the JVMs of runs as the recorded ones were.
 *
 * @param recording what was recorded
 * @param places where our classes are
 * @param processes all JVMs that are running
 * @param referenceName the name of the recorded database, in whose place the clone's is put
 * @param fast makes them start sooner; null for plain ones
 */
public record ForkLauncher(
        Recording recording,
        ForkPlaces places,
        LiveProcesses processes,
        String referenceName,
        @Nullable FastForks fast) {

    // Of the JVM itself or of an agent; what tests open, they open when they run.
    private static final Pattern FIXED_PORT = Pattern.compile(
            "-Dcom\\.sun\\.management\\..*port=[1-9].*|-(javaagent|agentlib|agentpath):[^=]*=.*\\d{2,5}.*");

    /** The recipe of a segment; null if its JVM was Maven's own. */
    @Nullable
    public LaunchRecipe recipe(Segment segment) {
        return recording.launches().get(segment.launch()).recipe();
    }

    /** Whether a segment's JVM can start while another one is still there: not if its arguments name a port of its own. */
    public boolean mayStartEarly(Segment segment) {
        LaunchRecipe recipe = recipe(segment);
        return recipe != null
                && recipe.inputArguments().stream()
                        .noneMatch(argument -> !JvmCommand.isLeftOut(argument)
                                && FIXED_PORT.matcher(argument).matches());
    }

    /**
     * Launches the JVM of a segment as the recorded one.
     *
     * @param segment what it will execute
     * @param database the name of its clone
     * @param temporaryFolder the folder of the run for temporary files
     * @param agent arguments for an agent; may be empty
     * @param copy the private copy of the module in which it works; null if it works in the module
     * @return the JVM, which waits for its request
     * @throws IOException if it cannot be launched
     */
    public StartedFork launch(
            Segment segment, String database, Path temporaryFolder, List<String> agent, @Nullable ModuleCopy copy)
            throws IOException {
        LaunchRecipe recorded = recipe(segment);
        if (recorded == null) {
            throw new IOException("its JVM was Maven's own");
        }
        LaunchRecipe recipe = copy == null ? recorded : copy.moved(recorded);
        UnaryOperator<String> substitution = text -> text.replace(referenceName, database);
        FastLaunch.Prepared part = fast == null ? null : fast.next(segment.launch(), recipe, knowsMoreClasses(segment));
        ForkStyle style = part == null ? ForkStyle.PLAIN : part.style();
        JvmCommand command = new JvmCommand(recipe, places.pluginJar(), substitution, temporaryFolder, style);
        try {
            return StartedFork.launch(command, agent, processes, part);
        } catch (IOException | RuntimeException e) {
            if (part != null) {
                part.unused();
            }
            throw e;
        }
    }

    private static boolean knowsMoreClasses(Segment segment) {
        return segment.tests().stream()
                        .map(RecordedTest::topLevelClass)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }
}
