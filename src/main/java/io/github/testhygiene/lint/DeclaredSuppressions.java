package io.github.testhygiene.lint;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.TestScope;
import io.github.testhygiene.lint.rule.ViolationPlace;
import io.github.testhygiene.model.SubjectPattern;
import io.github.testhygiene.model.Suppression;
import io.github.testhygiene.model.Suppression.WrittenAt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the annotations with which test code says that a finding is right, and lived with. */
final class DeclaredSuppressions {

    /** Of any package, so that nobody needs us on a class path. */
    private static final String NAME = "SuppressHygiene";

    private final TestScope scope;
    private final SourceFiles sources;

    DeclaredSuppressions(TestScope scope, SourceFiles sources) {
        this.scope = scope;
        this.sources = sources;
    }

    /** Those at the tests and the code that they reach, in the order of the classes. */
    List<Suppression> all() {
        Map<String, ClassFile> files = new LinkedHashMap<>();
        scope.testClasses().forEach(test -> test.lineage().forEach(file -> add(files, file)));
        scope.reached().forEach(code -> add(files, code.file()));
        List<Suppression> all = new ArrayList<>();
        for (ClassFile file : files.values()) {
            add(all, file.annotations(), ViolationPlace.of(file));
            for (Method method : file.methods()) {
                add(all, method.annotations(), ViolationPlace.of(scope.index(), file, method));
            }
        }
        return all;
    }

    private void add(Map<String, ClassFile> files, ClassFile file) {
        if (files.putIfAbsent(file.name(), file) == null) {
            Optional.ofNullable(file.outer()).flatMap(scope.index()::own).ifPresent(outer -> add(files, outer));
        }
    }

    private void add(List<Suppression> all, List<AnnotationUse> annotations, ViolationPlace place) {
        for (AnnotationUse use : annotations) {
            if (use.simpleName().equals(NAME)) {
                all.add(suppression(use, place, place.methodName()));
            }
        }
    }

    private Suppression suppression(AnnotationUse use, ViolationPlace place, @Nullable String method) {
        Object reason = use.values().get("reason");
        return new Suppression(
                use.texts("value").stream().map(String::strip).toList(),
                SubjectPattern.of(place.className(), method),
                reason instanceof String text ? text : "",
                new WrittenAt(
                        place.className(),
                        method,
                        sources.file(place).orElse(null),
                        sources.line(place).orElse(null)));
    }
}
