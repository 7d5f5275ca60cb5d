package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.testcontainers.utility.ResourceReaper;

class RyukTest {

    /** Without it, a hook of Testcontainers would stop the server beside our own end. */
    @Test
    void theMarkThatKeepsTestcontainersFromRegisteringItsHookIsThere() throws NoSuchFieldException {
        assertThat(ResourceReaper.class.getDeclaredField(Ryuk.MARK_OF_THE_HOOK).getType())
                .isEqualTo(AtomicBoolean.class);
    }

    /** Testcontainers tells it nowhere else. */
    @Test
    void theImageIsTheOneThatThisVersionOfTestcontainersStarts() throws IOException {
        List<Object> constants = new ArrayList<>();
        new ClassReader("org.testcontainers.utility.RyukContainer")
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitLdcInsn(Object value) {
                                        constants.add(value);
                                    }
                                };
                            }
                        },
                        ClassReader.SKIP_DEBUG);

        assertThat(constants).contains(Ryuk.IMAGE);
    }
}
