package io.github.testhygiene.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** What a class file says of other classes. */
class ClassFactsReaderTest {

    @Test
    void parentsAreToldFromWhatIsUsed() throws IOException {
        ClassFacts facts = read(writer -> {
            writer.visitField(0, "order", "Lshop/Order;", null, null);
            writer.visitField(0, "lines", "[[Lshop/Order$Line;", null, null);
            writer.visitField(0, "names", "Ljava/util/Map;", "Ljava/util/Map<TK;-Lshop/Name;>;", null);
        });

        assertThat(facts.name()).isEqualTo("shop/OrderIT");
        assertThat(facts.superName()).isEqualTo("shop/Base");
        assertThat(facts.interfaces()).containsExactly("shop/Rolling");
        assertThat(facts.uses())
                .contains("shop/Order", "shop/Order$Line", "shop/Name", "shop/Argument")
                .doesNotContain("shop/Base", "shop/Rolling", "shop/OrderIT");
    }

    @Test
    void aParentThatIsUsedAsAnotherObjectIsUsed() throws IOException {
        assertThat(read(writer -> writer.visitField(0, "next", "Lshop/Rolling;", null, null))
                        .uses())
                .contains("shop/Rolling")
                .doesNotContain("shop/Base");
    }

    @Test
    void kotlinTellsFromWhereCodeWasInlined() throws IOException {
        ClassFacts facts = read(
                writer -> writer.visitSource(
                        "Orders.kt",
                        "SMAP\nOrders.kt\nKotlin\n*S Kotlin\n*F\n+ 1 Orders.kt\nshop/OrderIT\n+ 2 Prices.kt\nshop/PricesKt\n*L\n1#1,9:1\n"));

        assertThat(facts.source()).isEqualTo("shop/Orders.kt");
        assertThat(facts.uses()).contains("shop/PricesKt");
    }

    @Test
    void constantsThatOthersCanSeeAreNamed() throws IOException {
        int constant = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        ClassFacts facts = read(writer -> {
            writer.visitField(constant | Opcodes.ACC_PUBLIC, "MOST", "J", null, 4L);
            writer.visitField(constant, "RATE", "D", null, 0.5);
            writer.visitField(constant | Opcodes.ACC_PRIVATE, "SECRET", "I", null, 4);
            writer.visitField(constant, "LIST", "Ljava/util/List;", null, null);
        });

        assertThat(facts.constants()).containsExactlyInAnyOrder("MOST", "RATE");
        assertThat(facts.source()).isNull();
    }

    @Test
    void whatIsNoClassFileIsRefused() {
        byte[] bytes = bytes(writer -> {});

        assertThatThrownBy(() -> ClassFactsReader.read(new byte[0])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ClassFactsReader.read(Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(IOException.class);
    }

    private static ClassFacts read(Consumer<ClassWriter> content) throws IOException {
        return ClassFactsReader.read(bytes(content));
    }

    private static byte[] bytes(Consumer<ClassWriter> content) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC,
                "shop/OrderIT",
                "Lshop/Base<Lshop/Argument;>;Lshop/Rolling;",
                "shop/Base",
                new String[] {"shop/Rolling"});
        content.accept(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }
}
