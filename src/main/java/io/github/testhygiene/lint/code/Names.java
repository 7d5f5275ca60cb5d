package io.github.testhygiene.lint.code;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Type;

/** Turns the names of bytecode into those of sources, each text once: a suite names the same classes again and again. */
final class Names {

    private final Map<String, String> dotted = new ConcurrentHashMap<>();
    private final Map<MethodRef, MethodRef> methods = new ConcurrentHashMap<>();

    String dotted(String internalName) {
        String known = dotted.get(internalName);
        return known != null ? known : dotted.computeIfAbsent(internalName, name -> name.replace('/', '.'));
    }

    /** The class of a descriptor; for an array that of its elements. */
    String ofDescriptor(String descriptor) {
        return of(Type.getType(descriptor));
    }

    String of(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        return element.getSort() == Type.OBJECT ? dotted(element.getInternalName()) : element.getClassName();
    }

    MethodRef method(String internalOwner, String name, String descriptor) {
        String owner = internalOwner.startsWith("[") ? "java.lang.Object" : dotted(internalOwner);
        return once(new MethodRef(owner, name, descriptor));
    }

    MethodRef once(MethodRef method) {
        MethodRef known = methods.putIfAbsent(method, method);
        return known == null ? method : known;
    }
}
