package io.github.testhygiene.lint.code;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * Tells what a method always does from what it may leave out: what some forward jump passes over, and what comes after a
 * return that was itself passed over. Exceptions do not count: they end a test anyway.
 */
final class Branches {

    private final boolean[] conditional;

    Branches(InsnList instructions) {
        conditional = new boolean[instructions.size()];
        int passedOver = -1;
        boolean mayHaveReturned = false;
        int index = 0;
        for (AbstractInsnNode instruction : instructions) {
            boolean isPassedOver = index < passedOver;
            conditional[index] = isPassedOver || mayHaveReturned;
            for (LabelNode target : targets(instruction)) {
                passedOver = Math.max(passedOver, instructions.indexOf(target));
            }
            int opcode = instruction.getOpcode();
            if (isPassedOver && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                mayHaveReturned = true;
            }
            index++;
        }
    }

    boolean isConditional(int index) {
        return conditional[index];
    }

    private static List<LabelNode> targets(AbstractInsnNode instruction) {
        if (instruction instanceof JumpInsnNode jump) {
            return List.of(jump.label);
        } else if (instruction instanceof TableSwitchInsnNode table) {
            return with(table.labels, table.dflt);
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            return with(lookup.labels, lookup.dflt);
        }
        return List.of();
    }

    private static List<LabelNode> with(List<LabelNode> labels, LabelNode last) {
        List<LabelNode> all = new ArrayList<>(labels);
        all.add(last);
        return all;
    }
}
