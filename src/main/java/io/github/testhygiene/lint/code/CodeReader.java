package io.github.testhygiene.lint.code;

import io.github.testhygiene.lint.code.Step.CallKind;
import io.github.testhygiene.lint.code.ValueInterpreter.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/** Reads what a method does. */
final class CodeReader {

    /** Longer methods are read without the values that flow into calls: nobody writes such tests by hand. */
    private static final int LONGEST = 20_000;

    /** The Kotlin compiler marks where it has copied an inline function to by a variable of this name. */
    private static final String INLINED = "$i$f$";

    private final String className;
    private final MethodNode method;
    private final Names names;
    private final SourceLines lines;
    private final List<Step> steps = new ArrayList<>();

    CodeReader(String internalClassName, MethodNode method, Names names, SourceLines lines) {
        this.className = internalClassName;
        this.method = method;
        this.names = names;
        this.lines = lines;
    }

    List<Step> steps() {
        @Nullable Frame<Slot>[] frames = frames();
        Branches branches = new Branches(method.instructions);
        int line = 0;
        int index = 0;
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode number) {
                line = lines.line(number.line);
            }
            boolean conditional = branches.isConditional(index);
            if (instruction instanceof LabelNode label) {
                addInlined(label, line, conditional);
            }
            Frame<Slot> frame = frames == null ? null : frames[index];
            if (frames == null || frame != null) {
                add(instruction, frame, line, conditional);
            }
            index++;
        }
        return steps;
    }

    /** What is on the stack before each instruction; null for one that is never reached, and for all if nobody knows. */
    @SuppressWarnings("NullAway") // an array that may be null, of elements that may be null
    private @Nullable Frame<Slot>[] frames() {
        if (method.instructions.size() > LONGEST) {
            return null;
        }
        try {
            return new Analyzer<>(new ValueInterpreter(names)).analyze(className, method);
        } catch (AnalyzerException | RuntimeException | AssertionError e) {
            // Code that no verifier accepts is still code whose calls can be read.
            return null;
        }
    }

    private void add(AbstractInsnNode instruction, @Nullable Frame<Slot> frame, int line, boolean conditional) {
        if (instruction instanceof MethodInsnNode call) {
            boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
            int arguments = Type.getArgumentTypes(call.desc).length;
            steps.add(new Step.Call(
                    kind(call.getOpcode()),
                    names.method(call.owner, call.name, call.desc),
                    isStatic ? Value.unknown() : value(frame, arguments),
                    arguments(frame, arguments),
                    line,
                    conditional));
        } else if (instruction instanceof FieldInsnNode field) {
            add(field, frame, line, conditional);
        } else if (instruction instanceof LdcInsnNode constant && constant.cst instanceof String text) {
            steps.add(new Step.Literal(text, line, conditional));
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            add(dynamic, frame, line, conditional);
        }
    }

    private void add(FieldInsnNode field, @Nullable Frame<Slot> frame, int line, boolean conditional) {
        int opcode = field.getOpcode();
        boolean isWrite = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        steps.add(new Step.FieldUse(
                names.dotted(field.owner),
                field.name,
                field.desc,
                opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC,
                isWrite,
                isWrite ? value(frame, 0) : Value.unknown(),
                line,
                conditional));
    }

    private void add(InvokeDynamicInsnNode dynamic, @Nullable Frame<Slot> frame, int line, boolean conditional) {
        DynamicCall call = new DynamicCall(dynamic, names);
        Handle body = call.lambdaBody();
        String recipe = call.concatenation();
        if (body != null) {
            MethodRef target = names.method(body.getOwner(), body.getName(), body.getDesc());
            steps.add(new Step.LambdaUse(target, call.functionalInterface(), line, conditional));
        } else if (recipe != null) {
            steps.add(new Step.Literal(recipe, line, conditional));
        } else if (call.isResolvedAtRunTime()) {
            int arguments = Type.getArgumentTypes(dynamic.desc).length;
            MethodRef target = names.once(new MethodRef("", call.name(), dynamic.desc));
            steps.add(new Step.Call(
                    CallKind.DYNAMIC, target, Value.unknown(), arguments(frame, arguments), line, conditional));
        }
    }

    /** The body is there as if it were written here; that it was a function, and which, tells what it is for. */
    private void addInlined(LabelNode start, int line, boolean conditional) {
        if (method.localVariables == null) {
            return;
        }
        for (LocalVariableNode variable : method.localVariables) {
            if (variable.start == start && variable.name.startsWith(INLINED)) {
                String name = variable.name.substring(INLINED.length()).split("\\\\", 2)[0];
                MethodRef target = names.once(new MethodRef("", name, "()V"));
                steps.add(new Step.Call(CallKind.STATIC, target, Value.unknown(), List.of(), line, conditional));
            }
        }
    }

    private static CallKind kind(int opcode) {
        return switch (opcode) {
            case Opcodes.INVOKESTATIC -> CallKind.STATIC;
            case Opcodes.INVOKESPECIAL -> CallKind.SPECIAL;
            default -> CallKind.VIRTUAL;
        };
    }

    private static List<Value> arguments(@Nullable Frame<Slot> frame, int count) {
        List<Value> values = new ArrayList<>(count);
        for (int index = count - 1; index >= 0; index--) {
            values.add(value(frame, index));
        }
        return values;
    }

    /** A value on the stack, counted from its top. */
    private static Value value(@Nullable Frame<Slot> frame, int fromTop) {
        if (frame == null || frame.getStackSize() <= fromTop) {
            return Value.unknown();
        }
        return frame.getStack(frame.getStackSize() - 1 - fromTop).value();
    }
}
