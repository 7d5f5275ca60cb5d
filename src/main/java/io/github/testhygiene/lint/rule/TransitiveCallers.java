package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.CallTargets;
import io.github.testhygiene.lint.code.CallTargets.Target;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestMethod;
import io.github.testhygiene.lint.code.TestScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Says which methods do something, themselves or through what they call, by whatever branch. The initialisation of a
 * class is not the work of the test that happens to be the first to use it, and does not count.
 */
final class TransitiveCallers {

    private record Node(ClassFile file, Method method) {}

    private final CallTargets targets;
    private final BiPredicate<ClassFile, Method> does;
    private final Map<MethodRef, List<MethodRef>> callers = new HashMap<>();
    private final Set<MethodRef> seen = new HashSet<>();
    private final Set<MethodRef> doing = new HashSet<>();
    private final Deque<Node> open = new ArrayDeque<>();

    private TransitiveCallers(CallTargets targets, BiPredicate<ClassFile, Method> does) {
        this.targets = targets;
        this.does = does;
    }

    /**
     * The methods that do something.
     *
     * @param scope the tests
     * @param roots where to start
     * @param does whether a method does it itself
     * @return those of the roots, and of the methods that they reach, that do it themselves or through others
     */
    static Set<MethodRef> find(TestScope scope, Collection<TestMethod> roots, BiPredicate<ClassFile, Method> does) {
        TransitiveCallers transitiveCallers = new TransitiveCallers(scope.targets(), does);
        roots.forEach(root -> transitiveCallers.open(root.declaring(), root.method()));
        transitiveCallers.follow();
        return transitiveCallers.withCallers();
    }

    private void open(ClassFile file, Method method) {
        if (seen.add(method.ref())) {
            open.add(new Node(file, method));
        }
    }

    private void follow() {
        while (!open.isEmpty()) {
            Node node = open.poll();
            if (does.test(node.file(), node.method())) {
                // What it calls is only of interest to others, who find it themselves.
                doing.add(node.method().ref());
                continue;
            }
            for (Step step : node.method().steps()) {
                for (Target target : targets.of(step)) {
                    if (!target.once()) {
                        called(node.method().ref(), target);
                    }
                }
            }
        }
    }

    private void called(MethodRef caller, Target target) {
        callers.computeIfAbsent(target.method().ref(), ref -> new ArrayList<>()).add(caller);
        open(target.file(), target.method());
    }

    private Set<MethodRef> withCallers() {
        Deque<MethodRef> found = new ArrayDeque<>(doing);
        while (!found.isEmpty()) {
            callers.getOrDefault(found.poll(), List.of()).stream()
                    .filter(doing::add)
                    .forEach(found::add);
        }
        return doing;
    }
}
