package io.github.testhygiene.rerun.launch;

import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Recording.RecordedLaunch;
import java.util.List;
import java.util.Objects;

/** What the recorded JVMs were launched with and re-runs are not: agents for coverage and for debuggers. */
public final class OmittedAgents {

    private OmittedAgents() {}

    /**
     * Finds them.
     *
     * @param recording the reference run
     * @return arguments of its JVMs, each once
     */
    public static List<String> find(Recording recording) {
        return recording.launches().stream()
                .map(RecordedLaunch::recipe)
                .filter(Objects::nonNull)
                .flatMap(recipe -> recipe.inputArguments().stream())
                .filter(JvmCommand::isLeftOut)
                .distinct()
                .toList();
    }
}
