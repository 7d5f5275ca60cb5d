package io.github.testhygiene.mojo;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.report.SiteWords;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.AbstractMavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Puts the report of the last check into the site of {@code mvn site}: a page with the essentials, and the whole report
 * beside it. Runs no test, and adds nothing where no report was written.
 */
@Mojo(name = "report", threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class ReportMojo extends AbstractMavenReport {

    private static final String PAGE = "test-hygiene";

    /**
     * Does nothing when true.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The folder in which the other goals have written the report; what is their outputDirectory. The site's own folder
     * is set by the site.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "test-hygiene.outputDirectory",
            defaultValue = "${project.build.directory}/test-hygiene",
            required = true)
    private File reportDirectory;

    /** For Maven. */
    public ReportMojo() {}

    /** What site plugins call that are older than {@link #getOutputPath()}, which returns the same. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return PAGE;
    }

    @Override
    public String getName(Locale locale) {
        return new SiteWords(locale).of("name");
    }

    @Override
    public String getDescription(Locale locale) {
        return new SiteWords(locale).of("description");
    }

    /** Never throws: a site is built without this page rather than not at all. */
    @Override
    public boolean canGenerateReport() {
        if (skip) {
            getLog().info("Skipped: test-hygiene.skip is true.");
            return false;
        }
        return source().read().isPresent();
    }

    @Override
    protected void executeReport(Locale locale) throws MavenReportException {
        Optional<HygieneReport> report = source().read();
        if (report.isEmpty()) {
            return;
        }
        Optional<String> whole = copied();
        new SitePage(report.get(), new SiteWords(locale), whole).write(getSink());
    }

    private SiteSource source() {
        return new SiteSource(reportDirectory.toPath(), getLog());
    }

    /** Copies the page for people into the site; empty if there is none. */
    private Optional<String> copied() throws MavenReportException {
        Path page = reportDirectory.toPath().resolve("index.html");
        if (!Files.isRegularFile(page)) {
            return Optional.empty();
        }
        Path folder = getReportOutputDirectory().toPath().resolve(PAGE);
        try {
            Files.createDirectories(folder);
            for (String name : SiteSource.FILES) {
                Files.copy(
                        reportDirectory.toPath().resolve(name),
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new MavenReportException("cannot copy " + page + " to " + folder + ": " + e.getMessage(), e);
        }
        return Optional.of(PAGE + "/index.html");
    }
}
