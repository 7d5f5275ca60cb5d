package io.github.testhygiene.postgres;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.PruneType;
import java.util.List;
import java.util.function.Consumer;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** The helper container that Testcontainers starts beside the first, to remove what a killed JVM leaves behind. */
final class Ryuk {

    /** As this version of Testcontainers names it; the user may have another by {@code ryuk.container.image}. */
    static final String IMAGE = "testcontainers/ryuk:0.14.0";

    /** Nothing has it. */
    private static final String NO_LABEL = "io.github.testhygiene.nothing-has-this-label";

    private static final String SWITCH_OF_THE_HOOK = "org.testcontainers.utility.JVMHookResourceReaper$1";

    private Ryuk() {}

    /** Pulls its image if it is needed and not there; one try, where Testcontainers would try for two minutes. */
    static void requireImage(Consumer<String> log) {
        if (!disabled()) {
            ContainerImage.require(DockerImageName.parse(IMAGE), log);
        }
    }

    /**
     * Without Ryuk, a shutdown hook of Testcontainers removes what is left. Maven has closed the plugin's class loader by
     * then, so that the hook ends with a stack trace below the build's last line, unless its classes have been loaded
     * before: this does what the hook does, for nothing.
     */
    static void loadClassesOfItsSubstitute() {
        if (!disabled()) {
            return;
        }
        try {
            DockerClient client = DockerClientFactory.instance().client();
            client.listContainersCmd()
                    .withFilter("label", List.of(NO_LABEL))
                    .withShowAll(true)
                    .exec();
            client.pruneCmd(PruneType.CONTAINERS).withLabelFilter(NO_LABEL).exec();
            Class.forName(SWITCH_OF_THE_HOOK);
        } catch (RuntimeException | ClassNotFoundException e) {
            // An engine that refuses this refuses it to the hook, too, and other versions have other classes.
            return;
        }
    }

    private static boolean disabled() {
        return Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
    }
}
