package io.github.testhygiene.lint.code;

import io.github.testhygiene.lint.code.Step.CallKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says where in the tests' own classes a call goes: to the method that is named and to those that override it, to a
 * class's initialisation, and from a new object to what libraries call on it. Safe for use by several threads once made.
 */
public final class CallTargets {

    /**
     * Where a step may go.
     *
     * @param file a class
     * @param method its method
     * @param certain whether it goes there whenever it is executed
     * @param once whether that is executed once only
     */
    public record Target(ClassFile file, Method method, boolean certain, boolean once) {}

    private final ClassIndex index;
    private final Map<String, Set<String>> subTypes = new HashMap<>();

    /**
     * Over an index.
     *
     * @param index knows classes
     * @param scope the classes that may override methods, names with dots
     */
    public CallTargets(ClassIndex index, Set<String> scope) {
        this.index = index;
        for (String name : scope) {
            for (String superType : index.superTypes(name)) {
                subTypes.computeIfAbsent(superType, each -> new HashSet<>()).add(name);
            }
        }
    }

    /**
     * Where a step goes.
     *
     * @param step a step of a method
     * @return empty if it stays, or leaves the tests' own classes
     */
    public List<Target> of(Step step) {
        List<Target> targets = new ArrayList<>();
        if (step instanceof Step.Call call) {
            addInitialisation(targets, call.owner());
            add(targets, call.target(), call.kind() == CallKind.VIRTUAL);
            if (call.isConstruction()) {
                addCallbacks(targets, call.owner());
            }
        } else if (step instanceof Step.LambdaUse lambda) {
            boolean isMethodReference = !lambda.target().name().contains("lambda$");
            add(targets, lambda.target(), isMethodReference);
            if (lambda.target().name().equals("<init>")) {
                addCallbacks(targets, lambda.target().owner());
            }
        } else if (step instanceof Step.FieldUse field && field.isStatic()) {
            addInitialisation(targets, field.owner());
        }
        return targets;
    }

    private void addInitialisation(List<Target> targets, String owner) {
        index.own(owner).ifPresent(file -> file.method("<clinit>", "()V")
                .ifPresent(method -> targets.add(new Target(file, method, true, true))));
    }

    private void add(List<Target> targets, MethodRef called, boolean mayBeOverridden) {
        if (!index.isOwn(called.owner())) {
            return;
        }
        List<Target> found = new ArrayList<>();
        declared(called).ifPresent(target -> found.add(target));
        if (mayBeOverridden) {
            subTypes.getOrDefault(called.owner(), Set.of()).stream()
                    .sorted()
                    .flatMap(name -> index.own(name).stream())
                    .flatMap(file -> declaredBy(file, called).stream())
                    .forEach(found::add);
        }
        boolean isAbstract = found.stream().allMatch(target -> target.method().isAbstract());
        long bodies =
                found.stream().filter(target -> !target.method().isAbstract()).count();
        // Of several bodies, nobody knows which it is.
        found.forEach(
                target -> targets.add(new Target(target.file(), target.method(), !isAbstract && bodies == 1, false)));
    }

    /** The method that a class declares or inherits. */
    private Optional<Target> declared(MethodRef called) {
        return index.own(called.owner()).stream()
                .flatMap(file -> index.lineage(file).stream())
                .flatMap(file -> declaredBy(file, called).stream())
                .findFirst();
    }

    private static Optional<Target> declaredBy(ClassFile file, MethodRef called) {
        return file.method(called.name(), called.descriptor()).map(method -> new Target(file, method, true, false));
    }

    /** What a library may call on a new object: what overrides a method of the library; all methods of a local class. */
    private void addCallbacks(List<Target> targets, String className) {
        index.own(className).ifPresent(file -> callbacks(file).forEach(targets::add));
    }

    private Stream<Target> callbacks(ClassFile file) {
        Set<String> libraries = new HashSet<>();
        index.superTypes(file.name()).stream()
                .filter(name -> !index.isOwn(name) && !name.equals("java.lang.Object"))
                .flatMap(name -> index.find(name).stream())
                .flatMap(each -> each.methods().stream())
                .forEach(method -> libraries.add(method.name() + method.ref().descriptor()));
        if (libraries.isEmpty()) {
            return Stream.empty();
        }
        return index.lineage(file).stream().flatMap(declaring -> declaring.methods().stream()
                .filter(method -> !method.isInitialiser() && !method.isAbstract())
                .filter(method -> file.isLocal()
                        || libraries.contains(method.name() + method.ref().descriptor()))
                .map(method -> new Target(declaring, method, false, false)));
    }
}
