package io.github.testhygiene.lint.code;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Follows constants, and the results of calls, through the stack and the local variables of a method. */
final class ValueInterpreter extends Interpreter<ValueInterpreter.Slot> {

    /**
     * A place on the stack or among the local variables.
     *
     * @param value what is in it
     * @param size 2 for {@code long} and {@code double}
     */
    record Slot(Value value, int size) implements org.objectweb.asm.tree.analysis.Value {

        private static final Slot ONE = new Slot(Value.unknown(), 1);
        private static final Slot TWO = new Slot(Value.unknown(), 2);

        static Slot unknown(int size) {
            return size == 2 ? TWO : ONE;
        }

        @Override
        public int getSize() {
            return size;
        }
    }

    private static final int MOST_ELEMENTS = 64;

    private final Names names;
    private final IdentityHashMap<AbstractInsnNode, Slot> created = new IdentityHashMap<>();

    ValueInterpreter(Names names) {
        super(Opcodes.ASM9);
        this.names = names;
    }

    @Override
    public @Nullable Slot newValue(@Nullable Type type) {
        return Type.VOID_TYPE.equals(type) ? null : Slot.unknown(type == null ? 1 : type.getSize());
    }

    @Override
    public @Nullable Slot newParameterValue(boolean isInstanceMethod, int local, Type type) {
        return new Slot(new Value.Parameter(local), type.getSize());
    }

    @Override
    public Slot newOperation(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (instruction instanceof LdcInsnNode constant) {
            return constant(constant.cst);
        } else if (instruction instanceof IntInsnNode number) {
            return new Slot(new Value.Constant(number.operand), 1);
        } else if (instruction instanceof FieldInsnNode field) {
            return fieldValue(field, true);
        } else if (instruction instanceof TypeInsnNode type && opcode == Opcodes.NEW) {
            return created(type);
        } else if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return new Slot(new Value.Constant(opcode - Opcodes.ICONST_0), 1);
        } else if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
            return new Slot(new Value.Constant((long) (opcode - Opcodes.LCONST_0)), 2);
        } else if (opcode == Opcodes.DCONST_0 || opcode == Opcodes.DCONST_1) {
            return new Slot(new Value.Constant((double) (opcode - Opcodes.DCONST_0)), 2);
        } else if (opcode == Opcodes.ACONST_NULL) {
            return new Slot(new Value.Null(), 1);
        }
        return Slot.unknown(1);
    }

    /** The same object whenever the same instruction is looked at, so that its constructor's arguments stay with it. */
    private Slot created(TypeInsnNode instruction) {
        return created.computeIfAbsent(
                instruction, made -> new Slot(new Value.Created(names.dotted(instruction.desc), new ArrayList<>()), 1));
    }

    private Slot constant(Object constant) {
        if (constant instanceof Type type) {
            boolean isClass = type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
            return isClass ? new Slot(new Value.ClassLiteral(names.of(type)), 1) : Slot.unknown(1);
        } else if (constant instanceof String || constant instanceof Number) {
            int size = constant instanceof Long || constant instanceof Double ? 2 : 1;
            return new Slot(new Value.Constant(constant), size);
        }
        return Slot.unknown(constant instanceof org.objectweb.asm.ConstantDynamic dynamic ? dynamic.getSize() : 1);
    }

    private Slot fieldValue(FieldInsnNode field, boolean isStatic) {
        return new Slot(
                new Value.FieldValue(names.dotted(field.owner), field.name, isStatic),
                Type.getType(field.desc).getSize());
    }

    @Override
    public Slot copyOperation(AbstractInsnNode instruction, Slot value) {
        return value;
    }

    @Override
    public @Nullable Slot unaryOperation(AbstractInsnNode instruction, Slot value) {
        return switch (instruction.getOpcode()) {
            case Opcodes.CHECKCAST -> value;
            case Opcodes.GETFIELD -> fieldValue((FieldInsnNode) instruction, false);
            case Opcodes.I2L -> widened(value);
            case Opcodes.L2I, Opcodes.D2I, Opcodes.F2I, Opcodes.L2F, Opcodes.D2F, Opcodes.I2F -> derived(1, value);
            case Opcodes.INEG, Opcodes.FNEG, Opcodes.I2B, Opcodes.I2C, Opcodes.I2S -> derived(1, value);
            case Opcodes.I2D, Opcodes.L2D, Opcodes.F2L, Opcodes.F2D, Opcodes.D2L, Opcodes.LNEG, Opcodes.DNEG ->
                derived(2, value);
            case Opcodes.NEWARRAY -> new Slot(new Value.Derived(new ArrayList<>(), ""), 1);
            case Opcodes.ANEWARRAY ->
                new Slot(new Value.Derived(new ArrayList<>(), names.dotted(((TypeInsnNode) instruction).desc)), 1);
            case Opcodes.IINC, Opcodes.ARRAYLENGTH, Opcodes.INSTANCEOF -> Slot.unknown(1);
            // Jumps, returns, writes and the like leave nothing.
            default -> null;
        };
    }

    private static Slot widened(Slot value) {
        Integer number = value.value().number();
        return number == null ? derived(2, value) : new Slot(new Value.Constant(number.longValue()), 2);
    }

    @Override
    public @Nullable Slot binaryOperation(AbstractInsnNode instruction, Slot first, Slot second) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            return derived(opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD ? 2 : 1, first);
        } else if (opcode >= Opcodes.LCMP && opcode <= Opcodes.DCMPG) {
            return derived(1, first, second);
        } else if (opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR) {
            return derived(first.size(), first, second);
        }
        return null;
    }

    private static Slot derived(int size, Slot... from) {
        List<Value> known = new ArrayList<>();
        for (Slot slot : from) {
            if (!(slot.value() instanceof Value.Unknown) && !(slot.value() instanceof Value.Constant)) {
                known.add(limited(slot.value()));
            }
        }
        return known.isEmpty() ? Slot.unknown(size) : new Slot(new Value.Derived(known, ""), size);
    }

    /** An array's element is written: the array is known by what was put into it. */
    @Override
    public @Nullable Slot ternaryOperation(AbstractInsnNode instruction, Slot array, Slot index, Slot value) {
        if (array.value() instanceof Value.Derived elements
                && elements.from().size() < MOST_ELEMENTS
                && !holds(value.value(), elements)) {
            elements.from().add(limited(value.value()));
        }
        return null;
    }

    @Override
    public @Nullable Slot naryOperation(AbstractInsnNode instruction, List<? extends Slot> inputs) {
        if (instruction instanceof MethodInsnNode call) {
            Type type = Type.getReturnType(call.desc);
            MethodRef target = names.method(call.owner, call.name, call.desc);
            keepArguments(call, inputs);
            return Type.VOID_TYPE.equals(type)
                    ? null
                    : new Slot(
                            new Value.Result(target.owner(), target.name(), target.descriptor(), limited(inputs)),
                            type.getSize());
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            Type type = Type.getReturnType(dynamic.desc);
            return Type.VOID_TYPE.equals(type) ? null : new Slot(dynamic(dynamic, inputs), type.getSize());
        }
        return Slot.unknown(1);
    }

    private static void keepArguments(MethodInsnNode call, List<? extends Slot> inputs) {
        if (call.name.equals("<init>") && inputs.get(0).value() instanceof Value.Created created) {
            List<Value> arguments = limited(inputs.subList(1, inputs.size()));
            boolean holdsItself = arguments.stream().anyMatch(argument -> holds(argument, created));
            created.arguments().clear();
            created.arguments().addAll(holdsItself ? List.of() : arguments);
        }
    }

    /** Such a value would be followed for ever, as that of {@code all[0] = first(all)}. */
    @SuppressWarnings("ReferenceEquality") // equal ones are no danger
    private static boolean holds(Value value, Value other) {
        return value.contains(each -> each == other);
    }

    private Value dynamic(InvokeDynamicInsnNode instruction, List<? extends Slot> inputs) {
        DynamicCall call = new DynamicCall(instruction, names);
        Handle body = call.lambdaBody();
        String recipe = call.concatenation();
        if (body != null) {
            return new Value.Lambda(
                    names.method(body.getOwner(), body.getName(), body.getDesc()), call.functionalInterface());
        } else if (recipe != null) {
            return new Value.Concatenation(recipe, limited(inputs));
        }
        return new Value.Result("", call.name(), instruction.desc, limited(inputs));
    }

    private static List<Value> limited(List<? extends Slot> inputs) {
        return inputs.stream().map(slot -> limited(slot.value())).toList();
    }

    /** Values are not followed without an end, nor are they kept where they cannot be told any more. */
    private static Value limited(Value value) {
        return depth(value) >= Value.DEEPEST ? Value.unknown() : value;
    }

    private static int depth(Value value) {
        int deepest = 0;
        for (Value each : value.from()) {
            deepest = Math.max(deepest, depth(each));
        }
        return value.from().isEmpty() ? 0 : deepest + 1;
    }

    @Override
    public void returnOperation(AbstractInsnNode instruction, Slot value, Slot expected) {
        // Nothing is asked of it.
    }

    @Override
    public Slot merge(Slot one, Slot other) {
        if (one.equals(other)) {
            return one;
        } else if (one.value() instanceof Value.Created first
                && other.value() instanceof Value.Created second
                && first.className().equals(second.className())) {
            return new Slot(new Value.Created(first.className(), List.of()), 1);
        }
        return Slot.unknown(Math.min(one.size(), other.size()));
    }
}
