package io.github.testhygiene.recording;

import io.github.testhygiene.advice.PathAdvice;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.wire.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The one class path entry that arms the recorder in a test JVM: a jar that holds the recorder's address, and points to
 * the plugin's jar in its manifest. A file of the module and no user property, since those belong to the whole session.
 */
public final class RecorderJar {

    /** The resource that the test JVM looks for; the name is part of the protocol. */
    static final String ADDRESS_RESOURCE = "META-INF/test-hygiene/recorder.properties";

    /** The file's name, by which its entry is left out of the recorded class path; a part of the protocol as well. */
    public static final String FILE = "test-hygiene-recorder.jar";

    private RecorderJar() {}

    /**
     * Writes the jar, readable by this user only.
     *
     * @param folder where to, this build's own; created if missing
     * @param address where the recorder listens
     * @param pluginJar the jar (or the folder) that holds this plugin's classes
     * @return the jar's path
     * @throws ProblemException if it cannot be written
     */
    public static Path write(Path folder, RecorderAddress address, Path pluginJar) {
        Path jar = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(jar);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        jar, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(jar, content(address, pluginJar));
            return jar;
        } catch (IOException e) {
            throw new ProblemException(PathAdvice.notWritable(folder, PathAdvice.reason(e)), e);
        }
    }

    private static byte[] content(RecorderAddress address, Path pluginJar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, pluginJar.toUri().toASCIIString());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            out.putNextEntry(new JarEntry(ADDRESS_RESOURCE));
            String properties = "version=" + Frame.PROTOCOL_VERSION + "\nhost=" + address.host() + "\nport="
                    + address.port() + "\ntoken=" + address.token() + "\n";
            out.write(properties.getBytes(StandardCharsets.ISO_8859_1));
            out.closeEntry();
        }
        return bytes.toByteArray();
    }
}
