package io.github.testhygiene.lint.code;

import io.github.testhygiene.lint.code.Step.CallKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
    private final Map<MethodRef, List<Target>> bodies = new ConcurrentHashMap<>();
    private final Map<MethodRef, List<Target>> overridable = new ConcurrentHashMap<>();
    private final Map<String, List<Target>> initialisations = new ConcurrentHashMap<>();
    private final Map<String, List<Target>> callbacks = new ConcurrentHashMap<>();

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
     * The tests' own classes that extend or implement one.
     *
     * @param className with dots
     * @return names with dots, directly and indirectly, without itself
     */
    public Set<String> subclasses(String className) {
        return subTypes.getOrDefault(className, Set.of());
    }

    /**
     * Where a step goes.
     *
     * @param step a step of a method
     * @return empty if it stays, or leaves the tests' own classes
     */
    public List<Target> of(Step step) {
        if (step instanceof Step.Call call) {
            return of(call);
        } else if (step instanceof Step.LambdaUse lambda) {
            return of(lambda);
        } else if (step instanceof Step.FieldUse field && field.isStatic() && index.isOwn(field.owner())) {
            return initialisation(field.owner());
        }
        return List.of();
    }

    private List<Target> of(Step.Call call) {
        if (!index.isOwn(call.owner())) {
            return List.of();
        }
        List<Target> targets = new ArrayList<>(initialisation(call.owner()));
        targets.addAll(bodies(call.target(), call.kind() == CallKind.VIRTUAL));
        if (call.isConstruction()) {
            targets.addAll(callbacks(call.owner()));
        }
        return targets;
    }

    private List<Target> of(Step.LambdaUse lambda) {
        MethodRef target = lambda.target();
        if (!index.isOwn(target.owner())) {
            return List.of();
        }
        boolean isMethodReference = !target.name().contains("lambda$");
        List<Target> found = bodies(target, isMethodReference);
        return target.name().equals("<init>")
                ? Stream.concat(found.stream(), callbacks(target.owner()).stream())
                        .toList()
                : found;
    }

    /** Each is asked for by every rule that follows calls. */
    private static <K> List<Target> once(Map<K, List<Target>> known, K key, Function<K, List<Target>> search) {
        List<Target> found = known.get(key);
        if (found == null) {
            found = search.apply(key);
            known.put(key, found);
        }
        return found;
    }

    private List<Target> initialisation(String owner) {
        return once(initialisations, owner, name -> index.own(name).stream()
                .flatMap(file ->
                        file.method("<clinit>", "()V").stream().map(method -> new Target(file, method, true, true)))
                .toList());
    }

    private List<Target> bodies(MethodRef called, boolean mayBeOverridden) {
        return once(mayBeOverridden ? overridable : bodies, called, ref -> search(ref, mayBeOverridden));
    }

    private List<Target> search(MethodRef called, boolean mayBeOverridden) {
        List<Target> found = new ArrayList<>();
        declared(called).ifPresent(found::add);
        if (mayBeOverridden) {
            subclasses(called.owner()).stream()
                    .sorted()
                    .flatMap(name -> index.own(name).stream())
                    .flatMap(file -> declaredBy(file, called).stream())
                    .forEach(found::add);
        }
        // Of several bodies, nobody knows which it is.
        boolean isCertain =
                found.stream().filter(target -> !target.method().isAbstract()).count() == 1;
        return found.stream()
                .map(target -> new Target(target.file(), target.method(), isCertain, false))
                .toList();
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
    private List<Target> callbacks(String className) {
        return once(callbacks, className, name -> index.own(name).stream()
                .flatMap(this::callbacks)
                .toList());
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
