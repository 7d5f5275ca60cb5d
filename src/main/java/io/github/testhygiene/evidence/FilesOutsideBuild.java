package io.github.testhygiene.evidence;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.LeftFiles;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reports tests that leave files outside the build directory. */
public final class FilesOutsideBuild {

    private static final int NAMED = 5;

    private FilesOutsideBuild() {}

    /**
     * One finding for each test.
     *
     * @param left what tests are proven to leave
     * @param tests the tests by id; null for an unknown one, which is left out
     * @return the findings, in the order given
     */
    public static List<Finding> findings(List<LeftFiles> left, Function<TestId, @Nullable RecordedTest> tests) {
        List<Finding> findings = new ArrayList<>();
        for (LeftFiles each : left) {
            RecordedTest test = tests.apply(each.test());
            if (test != null) {
                findings.add(finding(test, each.names()));
            }
        }
        return List.copyOf(findings);
    }

    private static Finding finding(RecordedTest test, List<String> names) {
        return Findings.of(
                Rule.LEAVES_FILES,
                test.className(),
                test.methodName(),
                Wording.name(test.shortName()) + " changes " + Wording.count(names.size(), "file")
                        + " outside the build directory in each of its runs: "
                        + Wording.some(names.stream().map(Wording::name).toList(), NAMED),
                "Write to a temporary folder (@TempDir) or below the build directory. Until then"
                        + " <files>copy</files> gives each re-run files of its own.");
    }
}
