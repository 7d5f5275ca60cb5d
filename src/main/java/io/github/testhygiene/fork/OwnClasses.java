package io.github.testhygiene.fork;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells the project's own classes from all others, by the folder or the jar that they come from. */
final class OwnClasses implements Predicate<Class<?>> {

    private final List<Path> folders;
    private final @Nullable String ours = place(OwnClasses.class);
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /**
     * For some folders.
     *
     * @param folders absolute paths; what comes from below them is the project's own, but for this plugin's classes
     */
    OwnClasses(List<String> folders) {
        this.folders = folders.stream()
                .flatMap(each -> List.of(Path.of(each), real(Path.of(each))).stream())
                .distinct()
                .toList();
    }

    @Override
    public boolean test(Class<?> type) {
        String place = place(type);
        return place != null && !place.equals(ours) && known.computeIfAbsent(place, this::isBelow);
    }

    /** The own classes among the loaded ones that are initialised, by name. */
    List<Class<?>> initialised(Instrumentation instrumentation, Predicate<Class<?>> isInitialised) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (!type.isArray() && !type.isHidden() && test(type) && isInitialised.test(type)) {
                found.add(type);
            }
        }
        found.sort(Comparator.comparing(Class::getName));
        return found;
    }

    private boolean isBelow(String place) {
        try {
            Path path = Path.of(URI.create(place));
            Path real = real(path);
            return folders.stream().anyMatch(folder -> path.startsWith(folder) || real.startsWith(folder));
        } catch (RuntimeException e) {
            return false; // not from a file
        }
    }

    private static @Nullable String place(Class<?> type) {
        ProtectionDomain domain = type.getProtectionDomain();
        CodeSource source = domain == null ? null : domain.getCodeSource();
        return source == null || source.getLocation() == null
                ? null
                : source.getLocation().toString();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
