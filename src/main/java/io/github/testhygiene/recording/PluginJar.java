package io.github.testhygiene.recording;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where this plugin's own classes are; the test JVMs need them, too. */
public final class PluginJar {

    private PluginJar() {}

    /**
     * Returns where they are.
     *
     * @return a jar, or a folder of classes
     * @throws IllegalStateException if that is not known
     */
    public static Path path() {
        CodeSource source = PluginJar.class.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            throw new IllegalStateException("the plugin's own jar cannot be found");
        }
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the plugin's own jar has no usable place: " + location, e);
        }
    }
}
