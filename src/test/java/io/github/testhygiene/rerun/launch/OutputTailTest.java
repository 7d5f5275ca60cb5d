package io.github.testhygiene.rerun.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTailTest {

    private static final int KEPT = 16 * 1024;

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8 * 1024, KEPT - 1, KEPT})
    void littleOutputIsKeptWhole(int length) throws InterruptedException {
        String text = "0123456789".repeat(length / 10 + 1).substring(0, length);

        assertThat(new OutputTail(bytes(text)).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {KEPT + 1, 2 * KEPT, 5_000_003})
    void ofMuchOutputTheEndIsKept(int length) throws InterruptedException {
        String text = "0123456789abcdefg".repeat(length / 17 + 1).substring(0, length);

        assertThat(new OutputTail(bytes(text)).text()).hasSize(KEPT).isEqualTo(text.substring(length - KEPT));
    }

    @Test
    void whatWasPrintedBeforeThePipeBrokeIsKept() throws InterruptedException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Stream closed");
            }
        };

        assertThat(new OutputTail(new SequenceInputStream(bytes("the end →"), broken)).text())
                .isEqualTo("the end →");
    }
}
