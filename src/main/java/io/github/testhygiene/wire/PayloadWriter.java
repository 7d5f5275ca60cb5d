package io.github.testhygiene.wire;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestId;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of which payloads are made; {@link PayloadReader} is its mirror image. */
final class PayloadWriter {

    private final DataOutputStream out;

    PayloadWriter(DataOutputStream out) {
        this.out = out;
    }

    void number(long value) throws IOException {
        out.writeLong(value);
    }

    void flag(boolean value) throws IOException {
        out.writeByte(value ? 1 : 0);
    }

    // Not writeUTF: it ends at 64 kB, and stack traces and class paths do not.
    void text(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    void texts(List<String> values) throws IOException {
        out.writeInt(values.size());
        for (String value : values) {
            text(value);
        }
    }

    void map(Map<String, String> values) throws IOException {
        out.writeInt(values.size());
        for (Map.Entry<String, String> entry : values.entrySet()) {
            text(entry.getKey());
            text(entry.getValue());
        }
    }

    void tests(List<RecordedTest> tests) throws IOException {
        out.writeInt(tests.size());
        for (RecordedTest test : tests) {
            text(test.id().value());
            texts(test.classNames());
            text(test.methodName());
            text(test.parameterTypes());
            text(test.displayName());
            text(test.orderedBy());
        }
    }

    void options(RerunOptions options) throws IOException {
        number(options.rounds());
        texts(options.fixturesOnly().stream().map(TestId::value).toList());
        flag(options.observed());
        texts(options.projectFolders());
    }

    void traces(List<LeakTrace> traces) throws IOException {
        out.writeInt(traces.size());
        for (LeakTrace trace : traces) {
            text(trace.kind().name());
            text(trace.name());
            optionalText(trace.before());
            optionalText(trace.after());
        }
    }

    private void optionalText(@Nullable String value) throws IOException {
        flag(value != null);
        if (value != null) {
            text(value);
        }
    }

    void recipe(LaunchRecipe recipe) throws IOException {
        text(recipe.javaHome());
        texts(recipe.inputArguments());
        texts(recipe.classPath());
        texts(recipe.launcherPath());
        map(recipe.systemProperties());
        map(recipe.environment());
        text(recipe.workingDirectory());
        map(recipe.configurationParameters());
        number(recipe.maxHeapBytes());
    }
}
