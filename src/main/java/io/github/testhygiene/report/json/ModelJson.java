package io.github.testhygiene.report.json;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.Labeled;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.Observation;
import io.github.testhygiene.model.OpenSessionState;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.model.VerdictKind;
import java.io.Serial;
import java.util.Arrays;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How the words of the model, which knows nothing of JSON, stand in it: as plain strings. */
final class ModelJson extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    ModelJson() {
        addSerializer(Labeled.class, new AsText<>(Labeled.class, Labeled::label));
        addSerializer(TestId.class, new AsText<>(TestId.class, TestId::value));
        addDeserializer(TestId.class, new FromText<>(TestId.class, TestId::new));
        addLabeled(Budget.class);
        addLabeled(Leak.class);
        addLabeled(LeakTrace.Kind.class);
        addLabeled(LeftItem.Kind.class);
        addLabeled(Observation.Kind.class);
        addLabeled(Provider.class);
        addLabeled(RunKind.class);
        addLabeled(SchemaChange.Kind.class);
        addLabeled(SelectMode.class);
        addLabeled(OpenSessionState.Kind.class);
        addLabeled(Severity.class);
        addLabeled(SlowCause.Kind.class);
        addLabeled(TestStatus.class);
        addLabeled(VerdictKind.class);
    }

    private <E extends Enum<E> & Labeled> void addLabeled(Class<E> type) {
        addDeserializer(type, new FromText<>(type, label -> constant(type, label)));
    }

    private static <E extends Enum<E> & Labeled> E constant(Class<E> type, String label) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such " + type.getSimpleName() + ": " + label));
    }

    private static final class AsText<T> extends StdSerializer<T> {

        private final Function<T, String> text;

        AsText(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(text.apply(value));
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {

        private final Function<String, T> parser;

        FromText(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getValueAsString("");
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }
    }
}
