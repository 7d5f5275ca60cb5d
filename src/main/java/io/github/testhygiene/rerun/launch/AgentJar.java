package io.github.testhygiene.rerun.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A jar that holds nothing but the name of our agent, whose class is on the class path anyway, be it in a jar or in a
 * folder. Deleted when the JVM has ended.
 *
 * @param path where it is
 */
public record AgentJar(Path path) implements AutoCloseable {

    private static final String AGENT_CLASS = "io.github.testhygiene.fork.ObservingAgent";

    /**
     * Writes the jar of the agent.
     *
     * @param folder where it is written, under a name of its own
     * @return the jar; deleted when this is closed
     * @throws IOException if it cannot be written
     */
    public static AgentJar write(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", AGENT_CLASS);
        Path jar = Files.createTempFile(folder, "agent", ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.finish();
        }
        return new AgentJar(jar);
    }

    /** What to hand to the JVM; nothing where its path cannot be said: an agent's options start at the first "=". */
    public List<String> arguments() {
        return path.toString().contains("=") ? List.of() : List.of("-javaagent:" + path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
