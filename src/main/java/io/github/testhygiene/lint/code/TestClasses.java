package io.github.testhygiene.lint.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the classes whose tests are executed, from those that are selected. */
public final class TestClasses {

    private static final Set<String> NESTED = Set.of("org.junit.jupiter.api.Nested");
    private static final Set<String> RUN_WITH = Set.of("org.junit.runner.RunWith");
    private static final String ENCLOSED = "org.junit.experimental.runners.Enclosed";

    private final ClassIndex index;
    private final Annotations annotations;
    private final Roles roles;
    private final TestSelection selection;
    private final TestTags tags;

    /**
     * Over an index.
     *
     * @param index knows classes
     * @param annotations finds annotations
     * @param roles knows what is executed
     * @param selection knows which tests run
     */
    public TestClasses(ClassIndex index, Annotations annotations, Roles roles, TestSelection selection) {
        this.index = index;
        this.annotations = annotations;
        this.roles = roles;
        this.selection = selection;
        this.tags = new TestTags(index, annotations);
    }

    /**
     * The test classes among those that are selected, and the nested ones in them.
     *
     * @param selected names with dots
     * @return those that have tests, or could be instantiated to inherit some; without those of which no test runs, with
     *     the nested ones in them
     */
    public List<TestClass> of(List<String> selected) {
        List<TestClass> all = all(selected);
        Set<String> running = new HashSet<>();
        Set<String> skipped = new HashSet<>();
        for (TestClass each : all) {
            Set<String> names = withOuter(each.file().name());
            each.methods(Set.of(Role.TEST)).findAny().ifPresent(test -> running.addAll(names));
            each.methods(Set.of(Role.SKIPPED)).findAny().ifPresent(test -> skipped.addAll(names));
        }
        return all.stream()
                .filter(each -> running.contains(each.file().name())
                        || !skipped.contains(each.file().name()))
                .toList();
    }

    private static Set<String> withOuter(String name) {
        Set<String> names = new HashSet<>(Set.of(name));
        for (int end = name.lastIndexOf('$'); end > 0; end = name.lastIndexOf('$', end - 1)) {
            names.add(name.substring(0, end));
        }
        return names;
    }

    private List<TestClass> all(List<String> selected) {
        return selected.stream()
                .flatMap(name -> index.own(name).stream())
                .flatMap(file -> withNested(file, new HashSet<>()))
                .distinct()
                .filter(file -> !file.isAbstract())
                .toList()
                .parallelStream()
                .map(this::testClass)
                .toList();
    }

    private Stream<ClassFile> withNested(ClassFile file, Set<String> seen) {
        if (!seen.add(file.name())) {
            return Stream.empty();
        }
        boolean enclosed = annotations
                .find(file.annotations(), RUN_WITH)
                .map(use -> use.classes("value").contains(ENCLOSED))
                .orElse(false);
        // Nested classes are inherited, too.
        Stream<ClassFile> members = index.lineage(file).stream()
                .flatMap(each -> each.members().stream())
                .flatMap(name -> index.own(name).stream())
                .filter(member -> enclosed || annotations.has(member.annotations(), NESTED));
        return Stream.concat(Stream.of(file), members.flatMap(member -> withNested(member, seen)));
    }

    private TestClass testClass(ClassFile file) {
        List<ClassFile> lineage = index.lineage(file);
        List<TestMethod> methods = new ArrayList<>();
        Set<String> overridden = new HashSet<>();
        for (ClassFile declaring : lineage) {
            for (Method method : declaring.methods()) {
                String signature = method.name() + method.ref().descriptor();
                boolean isOwn = method.isInitialiser() || method.isStatic() || overridden.add(signature);
                if (isOwn && !method.isAbstract() && !method.isBridge()) {
                    methods.add(new TestMethod(declaring, method, role(file, declaring, method)));
                }
            }
        }
        return new TestClass(file, lineage, methods, annotations.ofClass(file), roles.isPerClass(file));
    }

    private Role role(ClassFile file, ClassFile declaring, Method method) {
        Role role = roles.of(file, declaring, method);
        boolean runs = role != Role.TEST || selection.runs(file.name(), method.name(), () -> tags.of(file, method));
        return runs ? role : Role.SKIPPED;
    }
}
