package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.text.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that a report's findings are about, in the order in which the findings name them. */
final class SarifRules {

    private static final int NAME_LIMIT = 200;

    private final Function<Rule, RuleText> texts;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final List<Sarif.RuleDescriptor> descriptors = new ArrayList<>();

    SarifRules(List<Finding> findings, Function<Rule, RuleText> texts) {
        this.texts = texts;
        for (Finding finding : findings) {
            if (indexes.putIfAbsent(finding.rule(), descriptors.size()) == null) {
                descriptors.add(descriptor(finding));
            }
        }
    }

    List<Sarif.RuleDescriptor> descriptors() {
        return List.copyOf(descriptors);
    }

    /** The place of a finding's rule among them. */
    int index(Finding finding) {
        Integer index = indexes.get(finding.rule());
        if (index == null) {
            throw new IllegalArgumentException("a finding of another report: " + finding.fingerprint());
        }
        return index;
    }

    /** How bad a finding is, in the format's words. */
    static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private Sarif.RuleDescriptor descriptor(Finding finding) {
        Optional<Rule> rule = Rule.of(finding.rule());
        String id = PlainText.line(finding.rule(), NAME_LIMIT);
        RuleText text = rule.map(texts).orElse(null);
        Sarif.Text summary = new Sarif.Text(text == null ? id : text.summary());
        return new Sarif.RuleDescriptor(
                id,
                name(id),
                summary,
                summary,
                absolute(finding.docs()),
                text == null ? null : new Sarif.Help(text.pageAlone(), text.pageAlone()),
                new Sarif.Configuration(
                        rule.map(each -> !each.offByDefault()).orElse(true),
                        level(rule.map(Rule::severity).orElse(finding.severity()))));
    }

    /** The format wants names in Pascal's case. */
    private static String name(String id) {
        return Arrays.stream(id.split("-", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** A path within our documentation leads nowhere from there. */
    private static @Nullable String absolute(String docs) {
        try {
            URI uri = new URI(docs);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
