package io.github.testhygiene.fork;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of classes right after their initialisation, found by initialising them once more, in a class loader that
 * shares nothing but the JDK with the tests'.
 *
 * @param classPath the tests' class path
 */
record InitialState(String classPath) {

    /**
     * Initialises classes, which runs code of theirs; classes where that fails are left out.
     *
     * @param names the classes
     * @param reader describes values
     * @throws IOException if the class path cannot be read
     */
    StaticFields of(Collection<String> names, ValueReader reader) throws IOException {
        Map<String, Map<String, StaticFields.State>> classes = new LinkedHashMap<>();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
            loader.setDefaultAssertionStatus(InitialState.class.desiredAssertionStatus());
            Thread.currentThread().setContextClassLoader(loader);
            for (String name : names) {
                try {
                    classes.put(name, StaticFields.of(Class.forName(name, true, loader), reader));
                } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
                    // It stays unknown; a class that fails once more says nothing about the tests.
                }
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        return new StaticFields(classes);
    }

    private URL[] urls() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
