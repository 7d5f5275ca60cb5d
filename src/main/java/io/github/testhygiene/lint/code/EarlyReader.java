package io.github.testhygiene.lint.code;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tests' own classes that tests are likely to reach, with several threads, before somebody follows calls with
 * one. What it misses is read when it is asked for.
 */
public final class EarlyReader {

    private final ClassIndex index;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /**
     * Over an index.
     *
     * @param index reads classes
     */
    public EarlyReader(ClassIndex index) {
        this.index = index;
    }

    /**
     * Reads classes, and those that they name.
     *
     * @param selected names with dots
     */
    public void read(Collection<String> selected) {
        // What each class extends is needed to know what may override a method.
        index.ownClasses().parallelStream().forEach(index::superTypes);
        List<String> open = selected.stream().filter(seen::add).toList();
        while (!open.isEmpty()) {
            open = open.parallelStream()
                    .flatMap(name -> index.own(name).stream())
                    .flatMap(EarlyReader::named)
                    .filter(name -> index.isOwn(name) && seen.add(name))
                    .toList();
        }
    }

    private static Stream<String> named(ClassFile file) {
        return Stream.of(
                        Stream.ofNullable(file.superName()),
                        file.interfaces().stream(),
                        Stream.ofNullable(file.outer()),
                        file.members().stream(),
                        file.methods().stream()
                                .flatMap(method -> method.steps().stream())
                                .map(EarlyReader::named)
                                .filter(Objects::nonNull))
                .flatMap(names -> names);
    }

    private static @Nullable String named(Step step) {
        if (step instanceof Step.Call call) {
            return call.owner();
        } else if (step instanceof Step.FieldUse field) {
            return field.owner();
        }
        return step instanceof Step.LambdaUse lambda ? lambda.target().owner() : null;
    }
}
