package io.github.testhygiene.selection;

import io.github.testhygiene.bytecode.ClassBytes;
import io.github.testhygiene.bytecode.UnreadableClassException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads what a class names. Whatever a class file says of other classes stands in its constant pool, as a class or within
 * a descriptor, so that nothing of it is missed: neither annotations with the classes in them, nor what is generic.
 */
final class ClassFactsReader extends ClassVisitor {

    private static final int TEXT = 1;
    private static final int CLASS = 7;
    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([^;<>.:()\\[\\s]+)[;<.]");

    private final Set<String> constants = new HashSet<>();
    private final List<String> interfaces;
    private final Set<String> inlined = new HashSet<>();
    private String self = "";
    private @Nullable String superName;
    private @Nullable String ownSignature;
    private @Nullable String file;

    private ClassFactsReader(List<String> interfaces) {
        super(Opcodes.ASM9);
        this.interfaces = interfaces;
    }

    /**
     * Reads a class.
     *
     * @param bytes its file
     * @throws UnreadableClassException if it is damaged, or newer than ASM knows
     */
    static ClassFacts read(byte[] bytes) throws UnreadableClassException {
        return ClassBytes.read(bytes, pool -> {
            ClassFactsReader reader = new ClassFactsReader(List.of(pool.getInterfaces()));
            pool.accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
            return reader.facts(pool, bytes);
        });
    }

    private ClassFacts facts(ClassReader pool, byte[] bytes) throws IOException {
        Set<String> uses = new HashSet<>(inlined);
        char[] buffer = new char[pool.getMaxStringLength()];
        for (int i = 1; i < pool.getItemCount(); i++) {
            int offset = pool.getItem(i);
            if (offset == 0) {
                continue; // the second half of a long one
            }
            if (bytes[offset - 1] == CLASS) {
                addClass(pool.readUTF8(offset, buffer), uses);
            } else if (bytes[offset - 1] == TEXT) {
                addText(text(bytes, offset), uses);
            }
        }
        uses.remove(self);
        String folder = self.substring(0, self.lastIndexOf('/') + 1);
        return new ClassFacts(self, file == null ? null : folder + file, superName, interfaces, uses, constants);
    }

    private void addClass(String name, Set<String> uses) {
        if (name.startsWith("[")) {
            addNames(name, uses);
        } else if (!isParent(name)) {
            // What it extends and implements stands here for that alone; a use of it shows in a descriptor, too.
            uses.add(name);
        }
    }

    private void addText(String text, Set<String> uses) {
        if (!text.equals(ownSignature)) {
            addNames(text, uses);
            return;
        }
        Set<String> named = new HashSet<>();
        addNames(text, named);
        named.removeIf(this::isParent);
        uses.addAll(named);
    }

    private static void addNames(String text, Set<String> uses) {
        Matcher matcher = IN_DESCRIPTOR.matcher(text);
        while (matcher.find()) {
            uses.add(matcher.group(1));
        }
    }

    private boolean isParent(String name) {
        return name.equals(superName) || interfaces.contains(name);
    }

    private static String text(byte[] bytes, int offset) throws IOException {
        return new DataInputStream(new ByteArrayInputStream(bytes, offset, bytes.length - offset)).readUTF();
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String extended,
            String[] implemented) {
        self = name;
        superName = extended;
        ownSignature = signature;
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        file = source;
        if (debug != null) {
            // Kotlin tells here, line by line, from which classes it has inlined code.
            debug.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(inlined::add);
        }
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        if (value != null && (access & Opcodes.ACC_PRIVATE) == 0) {
            constants.add(name);
        }
        return null;
    }
}
