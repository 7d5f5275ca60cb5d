package io.github.testhygiene.lint.code;

import io.github.testhygiene.bytecode.ClassBytes;
import io.github.testhygiene.bytecode.UnreadableClassException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads class files with ASM. */
final class ClassFileReader {

    private final Names names = new Names();

    /**
     * Reads a class.
     *
     * @param bytes its file
     * @param withCode whether what its methods do is wanted, too
     * @return the class
     * @throws UnreadableClassException if it is damaged, or newer than ASM knows
     */
    ClassFile read(byte[] bytes, boolean withCode) throws UnreadableClassException {
        return ClassBytes.read(bytes, reader -> {
            ClassNode node = new ClassNode();
            reader.accept(node, withCode ? ClassReader.SKIP_FRAMES : ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            return classFile(node);
        });
    }

    /**
     * Reads what a class extends and implements, and nothing else of it.
     *
     * @param bytes its file
     * @return names with dots
     * @throws UnreadableClassException if it is damaged, or newer than ASM knows
     */
    List<String> parents(byte[] bytes) throws UnreadableClassException {
        return ClassBytes.read(bytes, reader -> Stream.concat(
                        Stream.ofNullable(reader.getSuperName()), Stream.of(reader.getInterfaces()))
                .map(names::dotted)
                .toList());
    }

    private ClassFile classFile(ClassNode node) {
        String name = names.dotted(node.name);
        SourceLines lines = new SourceLines(node.sourceDebug);
        return new ClassFile(
                name,
                node.superName == null ? null : names.dotted(node.superName),
                node.interfaces.stream().map(names::dotted).toList(),
                node.access,
                node.sourceFile,
                outer(node),
                node.outerMethod,
                node.innerClasses.stream()
                        .filter(inner -> node.name.equals(inner.outerName))
                        .map(inner -> names.dotted(inner.name))
                        .toList(),
                annotations(node.visibleAnnotations, node.invisibleAnnotations),
                node.fields.stream().map(field -> field(node, field)).toList(),
                node.methods.stream().map(method -> method(node, method, lines)).toList());
    }

    private @Nullable String outer(ClassNode node) {
        if (node.outerClass != null) {
            return names.dotted(node.outerClass);
        }
        return node.innerClasses.stream()
                .filter(inner -> inner.name.equals(node.name))
                .map((InnerClassNode inner) -> inner.outerName)
                .filter(Objects::nonNull)
                .map(names::dotted)
                .findFirst()
                .orElse(null);
    }

    private Field field(ClassNode owner, FieldNode node) {
        Type type = Type.getType(node.desc);
        return new Field(
                node.name,
                names.of(type),
                type.getSort() == Type.ARRAY ? type.getDimensions() : 0,
                node.access,
                Stream.concat(
                                annotations(node.visibleAnnotations, node.invisibleAnnotations).stream(),
                                ofProperty(owner, node).stream())
                        .toList(),
                node.value);
    }

    /** What stands at a property of Kotlin's stands in the class file at a method that only the compiler knows. */
    private List<AnnotationUse> ofProperty(ClassNode owner, FieldNode field) {
        String start = Character.toUpperCase(field.name.charAt(0)) + field.name.substring(1);
        return owner.methods.stream()
                .filter(method -> method.name.equals("get" + start + "$annotations"))
                .flatMap(method -> annotations(method.visibleAnnotations, method.invisibleAnnotations).stream())
                .toList();
    }

    private Method method(ClassNode owner, MethodNode node, SourceLines lines) {
        return new Method(
                names.method(owner.name, node.name, node.desc),
                node.access,
                annotations(node.visibleAnnotations, node.invisibleAnnotations),
                Stream.of(node.visibleParameterAnnotations, node.invisibleParameterAnnotations)
                        .filter(Objects::nonNull)
                        .flatMap(Stream::of)
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .map(this::annotation)
                        .toList(),
                node.instructions.size() == 0 ? List.of() : new CodeReader(owner.name, node, names, lines).steps(),
                node.tryCatchBlocks.stream()
                        .map(each -> each.type == null ? "java.lang.Throwable" : names.dotted(each.type))
                        .distinct()
                        .toList(),
                firstLine(node, lines));
    }

    private static int firstLine(MethodNode node, SourceLines lines) {
        int first = 0;
        for (AbstractInsnNode instruction : node.instructions) {
            if (instruction instanceof LineNumberNode number) {
                int line = lines.line(number.line);
                first = first == 0 ? line : Math.min(first, line);
            }
        }
        return first;
    }

    private List<AnnotationUse> annotations(
            @Nullable List<AnnotationNode> visible, @Nullable List<AnnotationNode> invisible) {
        List<AnnotationUse> all = new ArrayList<>();
        if (visible != null) {
            visible.forEach(each -> all.add(annotation(each)));
        }
        if (invisible != null) {
            invisible.forEach(each -> all.add(annotation(each)));
        }
        return all;
    }

    private AnnotationUse annotation(AnnotationNode node) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (node.values != null) {
            for (int index = 0; index + 1 < node.values.size(); index += 2) {
                values.put((String) node.values.get(index), value(node.values.get(index + 1)));
            }
        }
        return new AnnotationUse(names.ofDescriptor(node.desc), values);
    }

    private Object value(Object value) {
        if (value instanceof Type type) {
            return new AnnotationUse.ClassName(names.of(type));
        } else if (value instanceof String[] constant) {
            return new AnnotationUse.EnumName(names.ofDescriptor(constant[0]), constant[1]);
        } else if (value instanceof AnnotationNode annotation) {
            return annotation(annotation);
        } else if (value instanceof List<?> list) {
            return list.stream().map(each -> value((Object) each)).toList();
        }
        return value;
    }
}
