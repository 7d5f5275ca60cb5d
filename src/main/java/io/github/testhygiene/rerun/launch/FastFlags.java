package io.github.testhygiene.rerun.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What makes a JVM start sooner, as far as the user's own flags do not speak of the same thing. */
public final class FastFlags {

    // Most of a test JVM's life is its start, and the second compiler pays off only later.
    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    // It needs no threads of its own, which would take the cores from other runs.
    private static final String SERIAL_COLLECTOR = "-XX:+UseSerialGC";

    // Mockito's inline mocks load an agent into their own JVM. Where that may not be done from within, Byte Buddy
    // starts a second JVM to do it from outside, whose start costs as much as a small test.
    private static final String ATTACH_FROM_WITHIN = "-Djdk.attach.allowAttachSelf=true";

    private static final Pattern ATTACH = Pattern.compile(
            "-Djdk\\.attach\\.allowAttachSelf(=.*)?|-XX:\\+DisableAttachMechanism|-XX:-EnableDynamicAgentLoading");

    private static final Pattern COMPILER = Pattern.compile("-Xint|-Xcomp|-Xmixed|-client|-server"
            + "|-XX:[+-]?(Tiered.*|CICompilerCount.*|Compile.*|UseCompiler.*|UseJVMCI.*|EnableJVMCI.*|ReservedCodeCache.*"
            + "|SegmentedCodeCache|.*CodeHeapSize.*)");

    private static final Pattern COLLECTOR = Pattern.compile("-Xincgc|-Xconcgc|-Xgc.*"
            + "|-XX:[+-]?(Use.*GC|G1.*|Z[A-Z].*|Shenandoah.*|ParallelGC.*|ConcGC.*|MaxGCPauseMillis.*|GCTimeRatio.*"
            + "|CMS.*|InitiatingHeapOccupancyPercent.*|GCPauseIntervalMillis.*)");

    private static final Pattern ARCHIVE = Pattern.compile(
            "-Xshare:.*|-XX:[+-]?(SharedArchiveFile|SharedClassListFile|ArchiveClassesAtExit|AutoCreateSharedArchive"
                    + "|DumpSharedSpaces|UseSharedSpaces|DynamicDumpSharedSpaces|AOT.*)(=.*)?");

    private FastFlags() {}

    /** What to add to the recorded arguments. */
    static List<String> of(List<String> recorded) {
        List<String> flags = new ArrayList<>();
        if (noneSpeaksOf(COMPILER, recorded)) {
            flags.add(ONE_COMPILER);
        }
        if (noneSpeaksOf(COLLECTOR, recorded)) {
            flags.add(SERIAL_COLLECTOR);
        }
        if (noneSpeaksOf(ATTACH, recorded)) {
            flags.add(ATTACH_FROM_WITHIN);
        }
        return flags;
    }

    /** Whether the user leaves it to us to have classes from an archive. */
    static boolean mayArchive(List<String> recorded) {
        return noneSpeaksOf(ARCHIVE, recorded);
    }

    private static boolean noneSpeaksOf(Pattern subject, List<String> recorded) {
        return recorded.stream().noneMatch(argument -> subject.matcher(argument).matches());
    }
}
