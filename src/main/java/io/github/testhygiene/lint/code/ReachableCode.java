package io.github.testhygiene.lint.code;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows calls through the tests' own classes. Not safe for use by several threads. */
public final class ReachableCode {

    /**
     * Where to start.
     *
     * @param file a class
     * @param method its method
     * @param role when it is executed
     * @param always whether it is for certain
     */
    public record Root(ClassFile file, Method method, Role role, boolean always) {}

    private record Visit(ClassFile file, Method method, Role role, boolean always) {}

    private static final class Marks {
        private final ClassFile file;
        private final Method method;
        private final EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        private final EnumSet<Role> always = EnumSet.noneOf(Role.class);

        Marks(ClassFile file, Method method) {
            this.file = file;
            this.method = method;
        }

        boolean add(Role role, boolean forCertain) {
            boolean isNew = roles.add(role);
            return (forCertain && always.add(role)) || isNew;
        }
    }

    private final CallTargets targets;
    private final Lambdas lambdas;
    private final Map<MethodRef, Marks> marks = new LinkedHashMap<>();
    private final Deque<Visit> open = new ArrayDeque<>();

    private ReachableCode(CallTargets targets) {
        this.targets = targets;
        this.lambdas = new Lambdas(targets);
    }

    /**
     * What is reached.
     *
     * @param targets says where calls go
     * @param roots where to start
     * @return each method once, those of the roots first
     */
    public static List<ReachedCode> from(CallTargets targets, Collection<Root> roots) {
        ReachableCode code = new ReachableCode(targets);
        roots.forEach(root -> code.visit(root.file(), root.method(), root.role(), root.always()));
        code.follow();
        return code.marks.values().stream()
                .map(each -> new ReachedCode(each.file, each.method, each.roles, each.always))
                .toList();
    }

    private void visit(ClassFile file, Method method, Role role, boolean always) {
        Marks known = marks.computeIfAbsent(method.ref(), ref -> new Marks(file, method));
        if (known.add(role, always)) {
            open.add(new Visit(file, method, role, always));
        }
    }

    private void follow() {
        while (!open.isEmpty()) {
            Visit visit = open.poll();
            for (Step step : visit.method().steps()) {
                boolean always = visit.always() && !step.conditional() && !mayBeLeftOut(visit.method(), step);
                for (CallTargets.Target target : targets.of(step)) {
                    Role role = target.once() ? Role.CLASS_INITIALISATION : visit.role();
                    visit(target.file(), target.method(), role, always && target.certain());
                }
            }
        }
    }

    private boolean mayBeLeftOut(Method method, Step step) {
        return step instanceof Step.LambdaUse lambda && lambdas.mayBeLeftOut(method, lambda);
    }
}
