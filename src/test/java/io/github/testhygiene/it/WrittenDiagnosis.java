package io.github.testhygiene.it;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a test depends on, as its entry in a report says it. Tests are called by their short names. */
public final class WrittenDiagnosis {

    private final Map<String, Object> test;
    private final Map<String, Object> json;
    private final UnaryOperator<String> nameOf;

    WrittenDiagnosis(Map<String, Object> test, UnaryOperator<String> nameOf) {
        this.test = test;
        this.json = WrittenJson.object(WrittenJson.known(test, "diagnosis"));
        this.nameOf = nameOf;
    }

    /**
     * Who is accused; several tests that only act together are one set, and a class whose fixtures do it stands for its
     * tests.
     */
    public Set<Set<String>> culprits() {
        return found().map(culprit -> culprit.containsKey("fixtureOf")
                        ? Set.of(simpleName(WrittenJson.text(culprit, "fixtureOf")))
                        : names(culprit, "tests"))
                .collect(Collectors.toSet());
    }

    /** All tests that are accused, as the lists beside the diagnosis have them. */
    public Set<String> accused() {
        Set<String> accused = names(test, "polluters");
        accused.addAll(names(test, "stateSetters"));
        return accused;
    }

    /** Who makes a victim pass. */
    public Set<String> cleaners() {
        return names(json, "cleaners");
    }

    /** Through what state gets from the culprits to the test. */
    public Set<String> leaks() {
        return found().map(culprit -> WrittenJson.text(culprit, "leak")).collect(Collectors.toSet());
    }

    /** The tables and sequences that carry it, by the proofs. */
    public Set<String> needed() {
        return objects("needed");
    }

    /** The tables and sequences in which something was left that does no harm, by the proofs. */
    public Set<String> harmless() {
        return objects("harmless");
    }

    /** The statements that clean up, by the proofs. */
    public List<Object> cleanUp() {
        return found().filter(culprit -> culprit.containsKey("proof"))
                .flatMap(culprit -> list(WrittenJson.object(culprit.get("proof")), "cleanUp"))
                .toList();
    }

    /** What was left outside the database, by kind and name, for example {@code system-property shop.currency}. */
    public Set<String> traces() {
        return found().flatMap(culprit -> WrittenJson.objects(culprit.get("traces")).stream())
                .map(trace -> WrittenJson.text(trace, "kind") + " " + WrittenJson.text(trace, "name"))
                .collect(Collectors.toSet());
    }

    /** Why not everything is known; empty if it is. */
    public String undetermined() {
        return WrittenJson.text(json, "undetermined");
    }

    @Override
    public String toString() {
        return json.toString();
    }

    private Stream<Map<String, Object>> found() {
        return WrittenJson.objects(json.get("culprits")).stream();
    }

    private Set<String> objects(String part) {
        return found().filter(culprit -> culprit.containsKey("proof"))
                .flatMap(culprit -> WrittenJson.objects(
                        WrittenJson.object(culprit.get("proof")).get(part))
                        .stream())
                .map(each -> WrittenJson.text(each, "object"))
                .collect(Collectors.toSet());
    }

    private Set<String> names(Map<String, Object> entry, String list) {
        return list(entry, list)
                .map(id -> nameOf.apply(String.valueOf(id)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Object> list(Map<String, Object> entry, String name) {
        return entry.get(name) instanceof List<?> some ? some.stream().map(Object.class::cast) : Stream.of();
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }
}
