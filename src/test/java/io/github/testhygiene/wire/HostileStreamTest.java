package io.github.testhygiene.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileStreamTest {

    private static final int LARGEST = 128 * 1024 * 1024;
    private static final long LITTLE_MEMORY = 1024 * 1024;

    @Provide
    Arbitrary<Frame> frames() {
        return FrameArbitraries.frames();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 71, 127, 128, 255})
    void anUnknownFrameIsAnError(int tag) {
        assertThatThrownBy(() -> Bytes.reader(Bytes.raw(tag, 0)).read())
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("unknown frame " + tag);
    }

    @Property(tries = 300)
    void aFrameThatIsCutAnywhereIsAnEarlyEnd(@ForAll("frames") Frame frame, @ForAll @IntRange(min = 0) int cut)
            throws IOException {
        byte[] bytes = Bytes.of(List.of(frame));
        byte[] part = Arrays.copyOf(bytes, 1 + cut % (bytes.length - 1));

        assertThatThrownBy(() -> Bytes.reader(part).read()).isInstanceOf(EOFException.class);
    }

    @Property(tries = 300)
    void bytesAfterAFramesEndAreAnError(@ForAll("frames") Frame frame, @ForAll byte surplus) throws IOException {
        byte[] bytes = Bytes.of(List.of(frame));
        byte[] payload = Arrays.copyOfRange(bytes, 5, bytes.length + 1);
        payload[payload.length - 1] = surplus;
        byte[] longer = Bytes.raw(bytes[0], payload.length, payload);

        assertThatThrownBy(() -> Bytes.reader(longer).read())
                .isInstanceOf(ProtocolException.class)
                .hasMessage("1 bytes too many in a frame");
    }

    @Property(tries = 300)
    void aPayloadThatIsShorterThanItsPartsIsAnError(@ForAll("frames") Frame frame, @ForAll @IntRange(min = 0) int cut)
            throws IOException {
        byte[] bytes = Bytes.of(List.of(frame));
        if (bytes.length == 5) {
            return; // has no parts
        }
        byte[] payload = Arrays.copyOfRange(bytes, 5, 5 + cut % (bytes.length - 5));

        assertThatThrownBy(() -> Bytes.reader(Bytes.raw(bytes[0], payload.length, payload))
                        .read())
                .isInstanceOf(ProtocolException.class);
    }

    @Property(tries = 1_000)
    void garbageIsAFrameOrAnErrorOfTheWireAndNothingElse(
            @ForAll("frames") Frame frame, @ForAll @IntRange(min = 0) int place, @ForAll byte garbage)
            throws IOException {
        byte[] bytes = Bytes.of(List.of(frame));
        bytes[place % bytes.length] = garbage;

        try {
            assertThat(Bytes.readAll(bytes)).isNotNull();
        } catch (IOException e) {
            assertThat(e).isInstanceOfAny(ProtocolException.class, EOFException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, LARGEST + 1, Integer.MAX_VALUE})
    void anImpossibleLengthIsRefusedBeforeMemoryIsReserved(int length) {
        assertThrowsWithLittleMemory(
                () -> Bytes.reader(Bytes.raw(1, length)).read(), ProtocolException.class, "a frame of " + length);
    }

    @Test
    void aLargeLengthReservesNoMemoryForBytesThatNeverCome() {
        assertThrowsWithLittleMemory(
                () -> Bytes.reader(Bytes.raw(1, LARGEST, new byte[100])).read(),
                EOFException.class,
                "ended within a frame");
    }

    @ParameterizedTest
    @EnumSource(
            value = Tag.class,
            names = {"WELCOME", "REFUSED", "LAUNCHED", "FOUND", "STARTED", "FINISHED", "REQUEST"})
    void aLyingLengthWithinAPayloadReservesNoMemory(Tag tag) {
        for (int lie : new int[] {-1, 100, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            byte[] payload = ByteBuffer.allocate(8).putInt(lie).array();
            assertThrowsWithLittleMemory(
                    () -> Bytes.reader(Bytes.raw(tag.code(), payload.length, payload))
                            .read(),
                    ProtocolException.class,
                    "a length of " + lie);
        }
    }

    @Test
    void aBlankTestAnUnknownStatusAndANegativeDurationAreErrors() throws IOException {
        byte[] blank = Bytes.raw(Tag.STARTED.code(), 5, new byte[] {0, 0, 0, 1, ' '});
        TestOutcome passed = new TestOutcome(new TestId("t"), TestStatus.PASSED, Duration.ofNanos(1), null);
        byte[] unknown = Bytes.of(List.of(new Frame.Finished(passed)));
        unknown[14] = 'X';
        byte[] negative = Bytes.of(List.of(new Frame.Finished(passed)));
        // The duration stands before the last byte, which says that no body was measured.
        negative[negative.length - 9] = (byte) 0xff;

        for (byte[] bytes : List.of(blank, unknown, negative)) {
            assertThatThrownBy(() -> Bytes.reader(bytes).read())
                    .isInstanceOf(ProtocolException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRecipesSecretsAreNotInItsText() {
        LaunchRecipe recipe = new LaunchRecipe(
                "/jdk",
                List.of("-Dpassword=s3cret"),
                List.of("a.jar"),
                List.of(),
                Map.of("db.password", "s3cret"),
                Map.of("PASSWORD", "s3cret"),
                "/work",
                Map.of("k", "s3cret"));

        assertThat(new Frame.Launched(recipe).toString()).doesNotContain("s3cret");
    }

    private static void assertThrowsWithLittleMemory(
            ThrowingCallable reading, Class<? extends Exception> type, String message) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] allocated = new long[1];

        assertThatThrownBy(() -> {
                    long before = threads.getCurrentThreadAllocatedBytes();
                    try {
                        reading.call();
                    } finally {
                        allocated[0] = threads.getCurrentThreadAllocatedBytes() - before;
                    }
                })
                .isInstanceOf(type)
                .hasMessageContaining(message);
        assertThat(allocated[0]).isLessThan(LITTLE_MEMORY);
    }
}
