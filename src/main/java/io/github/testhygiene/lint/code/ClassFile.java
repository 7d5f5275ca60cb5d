package io.github.testhygiene.lint.code;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A class as its file tells.
 *
 * @param name its name with dots, and {@code $} before a nested class
 * @param superName its superclass; null for {@code java.lang.Object}
 * @param interfaces its interfaces
 * @param access its flags, as in {@link Modifier}
 * @param sourceFile the name of its source file; null if it was compiled without
 * @param outer the class around it; null if there is none
 * @param outerMethod the method around it; null if it is not local
 * @param members the classes that are declared in it, without local ones
 * @param annotations those at it
 * @param fields its fields
 * @param methods its methods
 */
public record ClassFile(
        String name,
        @Nullable String superName,
        List<String> interfaces,
        int access,
        @Nullable String sourceFile,
        @Nullable String outer,
        @Nullable String outerMethod,
        List<String> members,
        List<AnnotationUse> annotations,
        List<Field> fields,
        List<Method> methods) {

    /** Copies the lists. */
    public ClassFile {
        Objects.requireNonNull(name, "name");
        interfaces = List.copyOf(interfaces);
        members = List.copyOf(members);
        annotations = List.copyOf(annotations);
        fields = List.copyOf(fields);
        methods = List.copyOf(methods);
    }

    /**
     * Its package.
     *
     * @return with dots; empty if it has none
     */
    public String packageName() {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /**
     * Its name without the package.
     *
     * @return for example {@code OrderIT.Paid}
     */
    public String simpleName() {
        return simpleName(name);
    }

    /**
     * A class's name without the package.
     *
     * @param className with dots, and {@code $} before a nested class
     * @return for example {@code OrderIT.Paid}
     */
    public static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    /**
     * Whether nothing can be an instance of just this class.
     *
     * @return true for abstract classes and interfaces
     */
    public boolean isAbstract() {
        return Modifier.isAbstract(access);
    }

    /**
     * Whether it is declared within a method, with a name or without.
     *
     * @return true if so
     */
    public boolean isLocal() {
        String simple = name.substring(name.lastIndexOf('$') + 1);
        return outer != null && (outerMethod != null || (!simple.isEmpty() && Character.isDigit(simple.charAt(0))));
    }

    /**
     * Whether it was written in Groovy, whose calls are resolved at run time.
     *
     * @return true if so
     */
    public boolean isGroovy() {
        return interfaces.contains("groovy.lang.GroovyObject");
    }

    /**
     * A method of its own.
     *
     * @param methodName its name
     * @param descriptor its types
     * @return empty if it declares none
     */
    public Optional<Method> method(String methodName, String descriptor) {
        for (Method each : methods) {
            if (each.name().equals(methodName) && each.ref().descriptor().equals(descriptor)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * A field of its own.
     *
     * @param fieldName its name
     * @return empty if it declares none
     */
    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(each -> each.name().equals(fieldName)).findFirst();
    }

    /**
     * About where it is declared: where its constructor starts, which for one that is not written is the declaration.
     *
     * @return a line of the source file; 0 if none is known
     */
    public int line() {
        return methods.stream()
                .filter(method -> method.name().equals("<init>"))
                .mapToInt(Method::line)
                .filter(line -> line > 0)
                .min()
                .orElseGet(() -> methods.stream()
                        .mapToInt(Method::line)
                        .filter(line -> line > 0)
                        .min()
                        .orElse(0));
    }

    /** A class is known by its name: within one look there is one of each, and comparing all that it does takes long. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClassFile file && file.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
