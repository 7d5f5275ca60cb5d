package io.github.testhygiene.report;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.model.RowProof.Part;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.List;

/** Gives the victims and brittle tests of a large suite their culprits: the first ten of its tests. */
final class LargeDiagnoses {

    private final List<TestEntry> tests;

    LargeDiagnoses(List<TestEntry> tests) {
        this.tests = tests;
    }

    List<TestEntry> added() {
        List<TestEntry> diagnosed = new ArrayList<>(tests.size());
        for (TestEntry test : tests) {
            boolean depends = test.verdict() == VerdictKind.VICTIM || test.verdict() == VerdictKind.BRITTLE;
            diagnosed.add(depends ? test.withDiagnosis(diagnosis(diagnosed.size())) : test);
        }
        return diagnosed;
    }

    private Diagnosis diagnosis(int number) {
        TestId culprit = tests.get(number % 10).id();
        Culprit found = number % 3 == 0 ? throughJvm(culprit) : throughRows(culprit, number);
        List<TestId> cleaners =
                number % 4 == 0 ? List.of(tests.get(10 + number % 10).id()) : List.of();
        return new Diagnosis(List.of(found), cleaners, List.of(), null);
    }

    private static Culprit throughJvm(TestId culprit) {
        LeakTrace trace =
                new LeakTrace(LeakTrace.Kind.STATIC_FIELD, "com.example.PriceCache.CACHE", "empty", "3 entries");
        return new Culprit(List.of(culprit), null, 3, 3, Leak.JVM, null, List.of(trace), null, null);
    }

    private static Culprit throughRows(TestId culprit, int number) {
        String table = "public.table_" + number % 40;
        Part part = new Part(table, LeftItem.Kind.INSERTED, 2, List.of("id 17", "id 18"));
        RowProof proof =
                new RowProof(List.of(part), List.of(), List.of("DELETE FROM " + table + " WHERE id IN (17, 18)"), 7);
        return new Culprit(List.of(culprit), null, 3, 3, Leak.DATABASE, null, List.of(), proof, null);
    }
}
