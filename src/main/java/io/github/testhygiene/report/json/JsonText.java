package io.github.testhygiene.report.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Writes records of the model as JSON, the same everywhere, and reads them. */
public final class JsonText {

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

    private JsonText() {}

    /**
     * Writes a value in UTF-8, indented, with line feeds.
     *
     * @param value records, lists, maps, texts and numbers
     * @param out where to; is flushed, and left open
     * @param fileName what is written, for the error
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Object value, OutputStream out, String fileName) {
        // Through a writer, because Jackson's own UTF-8 encoder refuses the lone surrogates that a test's message may
        // hold; here they become question marks.
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            MAPPER.writer().with(PRINTER).writeValue(writer, value);
            writer.write("\n");
            writer.flush();
        } catch (JacksonException | IOException e) {
            throw new UncheckedIOException("cannot write " + fileName, asIoException(e));
        }
    }

    /**
     * A value as JSON on one line.
     *
     * @param value records, lists, maps, texts and numbers
     * @return without a line break at its end
     */
    public static String compact(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Reads a value; what the type does not know is left out.
     *
     * @param in UTF-8; is left open
     * @param type what it holds
     * @param <T> what it holds
     * @return the value
     * @throws UncheckedIOException if it cannot be read, or is no such value
     */
    public static <T> T read(InputStream in, Class<T> type) {
        try {
            T value = MAPPER.readValue(new InputStreamReader(in, StandardCharsets.UTF_8), type);
            MissingComponent.find(value).ifPresent(part -> {
                String what = part.isEmpty() ? "it is null" : part + " is missing";
                throw new UncheckedIOException("not a report: " + what, new IOException(what));
            });
            return value;
        } catch (JacksonException e) {
            throw new UncheckedIOException("not a report: " + e.getOriginalMessage(), asIoException(e));
        }
    }

    /**
     * Replaces texts in a value, wherever one stands in it.
     *
     * @param value a record that is read back as it was written
     * @param type what it is
     * @param replace returns the text to write in the place of one
     * @param <T> what it is
     * @return the value itself if every text stays
     */
    public static <T> T mapTexts(T value, Class<T> type, UnaryOperator<String> replace) {
        JsonNode tree = MAPPER.valueToTree(value);
        return mapTexts(tree, replace) ? MAPPER.treeToValue(tree, type) : value;
    }

    private static boolean mapTexts(JsonNode node, UnaryOperator<String> replace) {
        boolean changed = false;
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode old = object.get(name);
                JsonNode mapped = mapped(old, replace);
                changed |= !mapped.equals(old) || mapTexts(old, replace);
                object.set(name, mapped);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode old = array.get(i);
                JsonNode mapped = mapped(old, replace);
                changed |= !mapped.equals(old) || mapTexts(old, replace);
                array.set(i, mapped);
            }
        }
        return changed;
    }

    private static JsonNode mapped(JsonNode node, UnaryOperator<String> replace) {
        if (!node.isString()) {
            return node;
        }
        String text = replace.apply(node.stringValue());
        return text.equals(node.stringValue()) ? node : StringNode.valueOf(text);
    }

    /** What the system said, without the place in the value at which that happened. */
    private static IOException asIoException(Exception e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof IOException io) {
                return io;
            }
        }
        return new IOException(e.getMessage(), e);
    }
}
