package io.github.testhygiene.recording;

import io.github.testhygiene.postgres.log.Catalog.SchemaObject;
import io.github.testhygiene.recording.ValueChanges.Change;
import java.util.List;

/**
 * What was found to be other than at the boundary before. Kept instead of what was read, of which a long run would fill
 * the memory.
 *
 * @param sequences last values; of sequences that were there before and after
 * @param objects the schema's objects, by a fingerprint of their definition
 * @param settings settings and roles
 * @param tables tables, by the number of the transaction that made each; one that was dropped and made again has another
 * @param unlogged numbers of rows; of unlogged tables that were there before and after
 */
record BoundaryDifferences(
        List<Change<String, Long>> sequences,
        List<Change<SchemaObject, String>> objects,
        List<Change<String, String>> settings,
        List<Change<String, Long>> tables,
        List<Change<String, Long>> unlogged) {

    /** Everything is as it was. */
    static final BoundaryDifferences NONE =
            new BoundaryDifferences(List.of(), List.of(), List.of(), List.of(), List.of());

    BoundaryDifferences {
        sequences = List.copyOf(sequences);
        objects = List.copyOf(objects);
        settings = List.copyOf(settings);
        tables = List.copyOf(tables);
        unlogged = List.copyOf(unlogged);
    }
}
