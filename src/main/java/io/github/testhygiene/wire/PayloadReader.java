package io.github.testhygiene.wire;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of which payloads are made; {@link PayloadWriter} is its mirror image. */
final class PayloadReader {

    private final ByteBuffer in;

    PayloadReader(byte[] payload) {
        this.in = ByteBuffer.wrap(payload);
    }

    void end() throws ProtocolException {
        if (in.hasRemaining()) {
            throw new ProtocolException(in.remaining() + " bytes too many in a frame");
        }
    }

    long number() {
        return in.getLong();
    }

    boolean flag() throws ProtocolException {
        byte value = in.get();
        if (value != 0 && value != 1) {
            throw new ProtocolException("neither yes nor no: " + value);
        }
        return value == 1;
    }

    String text() throws ProtocolException {
        byte[] bytes = new byte[length(1)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    List<String> texts() throws IOException {
        int size = length(Integer.BYTES);
        List<String> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(text());
        }
        return values;
    }

    Map<String, String> map() throws IOException {
        int size = length(2 * Integer.BYTES);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            values.put(text(), text());
        }
        return values;
    }

    List<RecordedTest> tests() throws IOException {
        int size = length(6 * Integer.BYTES);
        List<RecordedTest> tests = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            tests.add(new RecordedTest(new TestId(text()), texts(), text(), text(), text(), text()));
        }
        return tests;
    }

    RerunOptions options() throws IOException {
        int rounds = (int) number();
        Set<TestId> fixturesOnly = texts().stream().map(TestId::new).collect(Collectors.toSet());
        return new RerunOptions(rounds, fixturesOnly, flag(), texts());
    }

    List<LeakTrace> traces() throws IOException {
        int size = length(2 * Integer.BYTES + 2);
        List<LeakTrace> traces = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            traces.add(new LeakTrace(LeakTrace.Kind.valueOf(text()), text(), optionalText(), optionalText()));
        }
        return traces;
    }

    private @Nullable String optionalText() throws IOException {
        return flag() ? text() : null;
    }

    LaunchRecipe recipe() throws IOException {
        return new LaunchRecipe(text(), texts(), texts(), texts(), map(), map(), text(), map(), number());
    }

    TestOutcome outcome() throws IOException {
        TestId id = new TestId(text());
        TestStatus status = TestStatus.valueOf(text());
        Duration duration = Duration.ofNanos(number());
        TestFailure failure = status == TestStatus.FAILED ? new TestFailure(text(), text(), text()) : null;
        Duration body = flag() ? Duration.ofNanos(number()) : null;
        return new TestOutcome(id, status, duration, failure, body);
    }

    // A length that the payload cannot hold is refused before memory is reserved for it.
    private int length(int bytesEach) throws ProtocolException {
        int length = in.getInt();
        if (length < 0 || (long) length * bytesEach > in.remaining()) {
            throw new ProtocolException("a length of " + length + " with " + in.remaining() + " bytes left");
        }
        return length;
    }
}
