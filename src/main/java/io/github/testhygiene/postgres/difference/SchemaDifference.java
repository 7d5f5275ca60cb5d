package io.github.testhygiene.postgres.difference;

import io.github.testhygiene.postgres.log.Catalog;
import io.github.testhygiene.postgres.log.Catalog.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names what differs in two databases' schemas and settings, which no row tells and nobody takes back. */
public final class SchemaDifference {

    private static final String NEW = " is new";

    private SchemaDifference() {}

    /** Each in a few words, such as {@code table public.prices is new}. */
    static List<String> between(Catalog before, Catalog after) {
        List<String> differences = new ArrayList<>();
        Map<SchemaObject, String> all =
                new TreeMap<>(Comparator.comparing(SchemaObject::type).thenComparing(SchemaObject::name));
        all.putAll(before.objects());
        all.putAll(after.objects());
        for (SchemaObject object : all.keySet()) {
            add(
                    differences,
                    object.type() + " " + object.name(),
                    before.objects().get(object),
                    after.objects().get(object));
        }
        Map<String, String> settings = new TreeMap<>(before.settings());
        settings.putAll(after.settings());
        for (String name : settings.keySet()) {
            add(differences, name, before.settings().get(name), after.settings().get(name));
        }
        return differences;
    }

    /** Those of the differences that are new objects, in the same words. */
    static List<String> news(Catalog before, Catalog after) {
        return after.objects().keySet().stream()
                .filter(object -> !before.objects().containsKey(object))
                .map(object -> object.type() + " " + object.name() + NEW)
                .toList();
    }

    private static void add(List<String> differences, String name, @Nullable String old, @Nullable String now) {
        if (!Objects.equals(old, now)) {
            differences.add(name + (old == null ? NEW : now == null ? " is gone" : " was changed"));
        }
    }
}
