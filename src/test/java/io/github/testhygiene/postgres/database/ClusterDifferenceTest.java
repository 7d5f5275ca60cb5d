package io.github.testhygiene.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.ClusterChange;
import io.github.testhygiene.postgres.database.ClusterState.Item;
import io.github.testhygiene.postgres.database.ClusterState.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ClusterDifferenceTest {

    private static final Item ROLE = new Item(Kind.ROLE, "app", "", "");
    private static final Item PASSWORD = new Item(Kind.PASSWORD, "app", "", "");
    private static final Item MEMBER = new Item(Kind.MEMBERSHIP, "readers", "app", "");
    private static final Item PATH = new Item(Kind.SETTING, "app", "shop", "search_path");
    private static final Item MEMORY = new Item(Kind.SYSTEM, "", "", "work_mem");

    @Property(tries = 200)
    void nothingDiffersFromItself(@ForAll("states") ClusterState state) {
        assertThat(ClusterDifference.between(state, state).changes()).isEmpty();
    }

    @Property(tries = 200)
    void whatIsListedOrCoveredIsAllThatDiffers(
            @ForAll("states") ClusterState before, @ForAll("states") ClusterState now) {
        assertThat(ClusterDifference.between(before, now).isEmpty())
                .isEqualTo(before.values().equals(now.values()));
    }

    @Provide
    Arbitrary<ClusterState> states() {
        Arbitrary<Item> items = Combinators.combine(
                        Arbitraries.of(Kind.values()), Arbitraries.of("a", "b"), Arbitraries.of("", "a"))
                .as((kind, name, place) -> new Item(kind, name, place, ""));
        return Arbitraries.maps(items, Arbitraries.of("x", "y")).ofMaxSize(8).map(ClusterState::new);
    }

    @Test
    void whatGoesAwayWithANewRoleIsNotListed() {
        ClusterState now = state(Map.of(ROLE, "LOGIN", PASSWORD, "SCRAM-SHA-256$x", MEMBER, "", PATH, "public"));

        assertThat(undo(state(Map.of()), now)).containsExactly("DROP ROLE \"app\"");
    }

    @Test
    void whatADroppedRoleHadIsPutBackInOrder() {
        ClusterState before = state(Map.of(
                ROLE, "LOGIN", PASSWORD, "SCRAM-SHA-256$x", MEMBER, " WITH ADMIN OPTION", PATH, "\"$user\", public"));

        assertThat(undo(before, state(Map.of())))
                .containsExactly(
                        "CREATE ROLE \"app\" LOGIN",
                        "ALTER ROLE \"app\" PASSWORD 'SCRAM-SHA-256$x'",
                        "GRANT \"readers\" TO \"app\" WITH ADMIN OPTION",
                        "ALTER ROLE \"app\" IN DATABASE \"shop\" SET \"search_path\" TO '$user', 'public'");
    }

    @Test
    void aSettingOfTheServerIsResetOrSetAgain() {
        ClusterState some = state(Map.of(MEMORY, "7MB"));

        assertThat(undo(state(Map.of()), some)).containsExactly("ALTER SYSTEM RESET \"work_mem\"");
        assertThat(undo(some, state(Map.of(MEMORY, "8MB")))).containsExactly("ALTER SYSTEM SET \"work_mem\" TO '7MB'");
    }

    @Test
    void aPasswordIsNeverShown() {
        List<ClusterChange> told = ClusterDifference.between(
                        state(Map.of(PASSWORD, "SCRAM-SHA-256$old")), state(Map.of(PASSWORD, "SCRAM-SHA-256$new")))
                .told();

        assertThat(told).hasSize(1);
        assertThat(told.toString()).doesNotContain("SCRAM");
    }

    private static ClusterState state(Map<Item, String> values) {
        return new ClusterState(new HashMap<>(values));
    }

    private static List<String> undo(ClusterState before, ClusterState now) {
        return ClusterDifference.between(before, now).changes().stream()
                .flatMap(change -> change.undo().stream())
                .toList();
    }
}
