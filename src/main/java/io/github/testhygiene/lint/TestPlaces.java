package io.github.testhygiene.lint;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestMethod;
import io.github.testhygiene.lint.code.TestScope;
import io.github.testhygiene.lint.rule.ViolationPlace;
import io.github.testhygiene.model.Finding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows where in the sources tests are, also those of which the bytecode says nothing bad. */
public final class TestPlaces {

    /** Knows no test. */
    public static final TestPlaces NONE = new TestPlaces();

    private record At(@Nullable String file, @Nullable Integer line) {}

    private final Map<String, At> places = new HashMap<>();

    private TestPlaces() {}

    /** Of the tests that were looked at; asks for no class that was not read by then. */
    static TestPlaces of(TestScope scope, SourceFiles sources) {
        TestPlaces places = new TestPlaces();
        ClassIndex index = scope.index();
        for (TestClass tests : scope.testClasses()) {
            String className = tests.file().name();
            places.add(key(className, null), ViolationPlace.of(tests.file()), sources);
            for (TestMethod test : tests.methods()) {
                ViolationPlace place = ViolationPlace.of(index, test.declaring(), test.method());
                String name = Optional.ofNullable(place.methodName())
                        .orElse(test.method().writtenName());
                places.add(key(className, name), place, sources);
            }
        }
        return places;
    }

    private void add(String key, ViolationPlace place, SourceFiles sources) {
        places.putIfAbsent(
                key,
                new At(sources.file(place).orElse(null), sources.line(place).orElse(null)));
    }

    /**
     * Says where what a finding is about stands.
     *
     * @param finding about a test, a class or the suite
     * @return the same finding with the file and the line of its method, else of its class; as it is if it has a file, or
     *     if they are not known
     */
    public Finding placed(Finding finding) {
        if (finding.file() != null || finding.className().isEmpty()) {
            return finding;
        }
        At method = places.get(key(finding.className(), finding.methodName()));
        At at = method == null ? places.get(key(finding.className(), null)) : method;
        return at == null || at.file() == null ? finding : finding.at(at.file(), at.line());
    }

    private static String key(String className, @Nullable String methodName) {
        return methodName == null ? className : className + "#" + methodName;
    }
}
