package io.github.testhygiene.mojo;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where this plugin's own classes are; the test JVMs need them, too. */
final class PluginJar {

    private PluginJar() {}

    static Path path() {
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
