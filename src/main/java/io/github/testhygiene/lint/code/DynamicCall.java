package io.github.testhygiene.lint.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** What an {@code invokedynamic} stands for in the source. */
final class DynamicCall {

    private final InvokeDynamicInsnNode instruction;
    private final Names names;

    DynamicCall(InvokeDynamicInsnNode instruction, Names names) {
        this.instruction = instruction;
        this.names = names;
    }

    /** The body of a lambda, or the method of a method reference; null if it is neither. */
    @Nullable
    Handle lambdaBody() {
        boolean lambda = instruction.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory");
        return lambda && instruction.bsmArgs.length > 1 && instruction.bsmArgs[1] instanceof Handle body ? body : null;
    }

    String functionalInterface() {
        return names.of(Type.getReturnType(instruction.desc));
    }

    /** The constant parts of a string that is put together, {@code \1} for the others; null if it is something else. */
    @Nullable
    String concatenation() {
        if (!instruction.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            return null;
        }
        if (instruction.bsmArgs.length > 0 && instruction.bsmArgs[0] instanceof String recipe) {
            return withConstants(recipe);
        }
        return "\1".repeat(Type.getArgumentTypes(instruction.desc).length);
    }

    /** Parts that are constants with characters of their own stand beside the recipe. */
    private String withConstants(String recipe) {
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (int index = 0; index < recipe.length(); index++) {
            char each = recipe.charAt(index);
            text.append(each == '\2' ? String.valueOf(instruction.bsmArgs[next++]) : String.valueOf(each));
        }
        return text.toString();
    }

    /** Whether the method is looked for at run time, as in Groovy. */
    boolean isResolvedAtRunTime() {
        return instruction.bsm.getOwner().startsWith("org/codehaus/groovy/")
                || instruction.bsm.getOwner().startsWith("org/apache/groovy/");
    }

    /** The method's name, as far as the instruction gives it. */
    String name() {
        return isResolvedAtRunTime()
                        && instruction.bsmArgs.length > 0
                        && instruction.bsmArgs[0] instanceof String method
                ? method
                : instruction.name;
    }
}
