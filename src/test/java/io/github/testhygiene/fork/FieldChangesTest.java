package io.github.testhygiene.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.LeakTrace;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FieldChangesTest {

    private static final String STATE = FieldChangesTest.class.getName() + "$State";
    private static final StaticFields NOTHING = new StaticFields(Map.of());

    private final ValueReader reader = new ValueReader(type -> type.getName().startsWith(STATE), local -> null);

    /** What a project may have. */
    static final class State {
        static final String CONSTANT = "constant";
        static final UUID RANDOM = UUID.randomUUID();
        static final List<String> SEEN = new ArrayList<>();
        static final Random SOURCE = new Random();
        static String name = "nobody";
        static long started = System.nanoTime();
        static int count;
        static boolean $generated;

        private State() {}
    }

    @BeforeEach
    void reset() {
        State.SEEN.clear();
        State.name = "nobody";
        State.count = 0;
    }

    private StaticFields now() {
        return StaticFields.of(List.of(State.class), reader);
    }

    private StaticFields initial() throws Exception {
        String location = new File(State.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getPath();
        return new InitialState(location).of(List.of(STATE, "com.example.Gone"), reader);
    }

    private static LeakTrace trace(String field, String before, String after) {
        return new LeakTrace(LeakTrace.Kind.STATIC_FIELD, STATE + "." + field, before, after);
    }

    @Test
    void whatCannotChangeAndWhatNobodyWroteIsNotLookedAt() {
        assertThat(now().classes().get(STATE)).containsOnlyKeys("SEEN", "SOURCE", "name", "started", "count");
    }

    @Test
    void whatATestChangedIsNamed() {
        StaticFields before = now();
        State.SEEN.add("x");
        State.count++;

        assertThat(new FieldChanges(before, now()).ofOldClasses())
                .containsExactly(trace("SEEN", "empty", "1 entry"), trace("count", "0", "1"));
    }

    @Test
    void whatIsAsItWasIsNotNamed() {
        assertThat(new FieldChanges(now(), now()).ofOldClasses()).isEmpty();
    }

    @Test
    void aNewClassIsComparedWithWhatItsInitialisationMakesAgain() throws Exception {
        State.name = "ann";
        FieldChanges changes = new FieldChanges(NOTHING, now());
        StaticFields initial = initial();

        assertThat(initial.classes()).containsOnlyKeys(STATE);
        assertThat(changes.newClasses()).containsExactly(STATE);
        assertThat(changes.differing(initial)).containsExactly(STATE);
        assertThat(changes.ofNewClasses(initial, initial()))
                .as("without the time, which differs each time")
                .containsExactly(trace("name", "\"nobody\"", "\"ann\""));
    }

    @Test
    void whereTheBeginningIsUnknownWhatIsThereIsNamed() {
        State.SEEN.add("x");

        assertThat(new FieldChanges(NOTHING, now()).ofNewClasses(NOTHING, NOTHING))
                .filteredOn(trace -> !trace.name().endsWith(".started"))
                .containsExactly(trace("SEEN", null, "1 entry"), trace("name", null, "\"nobody\""));
    }
}
