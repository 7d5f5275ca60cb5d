package io.github.testhygiene.report;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Secrets;
import io.github.testhygiene.report.json.JsonText;

/**
 * A report without secrets. What a server or a driver says of an error may hold what it was given, and reports are read by
 * many; every form of the report is written from what this returns.
 */
public final class MaskedReport {

    /** Every test id begins so; one with other characters would be another test's. */
    private static final String ID = "[engine:";

    private MaskedReport() {}

    /**
     * Masks secrets in the sentences of a report: in messages, reasons, output, statements, and rows. Names of classes,
     * tests and rules stay as they are.
     *
     * @param report the report
     * @param secrets what must not be shown
     * @return the report itself if it holds no secret
     */
    public static HygieneReport mask(HygieneReport report, Secrets secrets) {
        return JsonText.mapTexts(
                report,
                HygieneReport.class,
                text -> text.indexOf(' ') < 0 || text.startsWith(ID) ? text : secrets.mask(text));
    }
}
