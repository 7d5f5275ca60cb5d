package io.github.testhygiene.report;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.testhygiene.model.HygieneReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code report.json}: the report itself, in the shape that {@code report.schema.json} describes. What was written is
 * read back as an equal report; parts that a newer version of this plugin has added are ignored.
 */
public final class ReportJson implements ReportFormat {

    // Line feeds on every system, so that the same report is the same file.
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withSeparators(PrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(INDENT)
            .withArrayIndenter(INDENT);

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // Stack traces and printed rows have no limit that we could know.
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Of a record its components are written, and no question that it answers, such as isEmpty().
            .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(Visibility.NONE))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new ModelJson())
            .build();

    @Override
    public String fileName() {
        return "report.json";
    }

    @Override
    public void write(HygieneReport report, OutputStream out) {
        // Through a writer, because Jackson's own UTF-8 encoder refuses the lone surrogates that a test's message may
        // hold; here they become question marks.
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            MAPPER.writer().with(PRINTER).writeValue(writer, report);
            writer.write("\n");
            writer.flush();
        } catch (JacksonException | IOException e) {
            throw new UncheckedIOException("cannot write " + fileName(), asIoException(e));
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in JSON in UTF-8; is left open
     * @return the report
     * @throws UncheckedIOException if it cannot be read, or is no report
     */
    public HygieneReport read(InputStream in) {
        try {
            return MAPPER.readValue(new InputStreamReader(in, StandardCharsets.UTF_8), HygieneReport.class);
        } catch (JacksonException e) {
            throw new UncheckedIOException("not a report: " + e.getOriginalMessage(), asIoException(e));
        }
    }

    private static IOException asIoException(Exception e) {
        return e instanceof IOException io ? io : new IOException(e.getMessage(), e);
    }
}
