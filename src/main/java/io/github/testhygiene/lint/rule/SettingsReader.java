package io.github.testhygiene.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings as far as rules need them: one value a line. Comments, lists and values over several lines are passed
 * over.
 */
final class SettingsReader {

    private static final Pattern PROPERTY =
            Pattern.compile("\\s*(?<key>[^#!\\s=:][^=:\\s]*)\\s*[=:\\s]\\s*(?<value>.*)");
    private static final Pattern YAML = Pattern.compile(
            "(?<indent> *)(?<key>[\\w%.\\-\\[\\]/*]+|\"[^\"]+\"|'[^']+')\\s*:(?:\\s+(?<value>.*))?\\s*");
    private static final Pattern HOCON =
            Pattern.compile("\\s*(?<key>[\\w.\\-\"]+)\\s*[=:]\\s*\"(?<value>[^\"]*)\"\\s*,?\\s*");
    private static final Pattern XML_COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern XML = Pattern.compile(
            "<property\\s+name\\s*=\\s*[\"'](?<key>[^\"']+)[\"']\\s*(?:value\\s*=\\s*[\"'](?<value>[^\"']*)[\"']|>(?<text>[^<]*)<)",
            Pattern.DOTALL);
    private static final Pattern PROFILE = Pattern.compile(
            "spring\\.config\\.activate\\.on-profile|spring\\.profiles|spring\\.config\\.activate\\.onProfile");

    private final List<Setting> settings = new ArrayList<>();
    private final List<Setting> document = new ArrayList<>();

    private SettingsReader() {}

    /**
     * The settings of a file.
     *
     * @param file properties, YAML, HOCON or XML
     * @return in their order; empty for other files
     */
    static List<Setting> read(TestFile file) {
        SettingsReader reader = new SettingsReader();
        String name = file.fileName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml")) {
            reader.xml(String.join("\n", file.lines()));
        } else if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            reader.yaml(file.lines());
        } else if (name.endsWith(".properties")) {
            reader.properties(file.lines());
        } else if (name.endsWith(".conf")) {
            reader.hocon(file.lines());
        }
        reader.endDocument();
        return List.copyOf(reader.settings);
    }

    /** A document may say at any of its lines which profile it is for. */
    private void endDocument() {
        String profile = document.stream()
                .filter(setting -> PROFILE.matcher(setting.key()).matches())
                .map(Setting::value)
                .findFirst()
                .orElse("");
        document.forEach(each -> settings.add(new Setting(each.key(), each.value(), each.line(), profile)));
        document.clear();
    }

    private void properties(List<String> lines) {
        boolean continued = false;
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            Matcher property = PROPERTY.matcher(line);
            if (line.startsWith("#---") || line.startsWith("!---")) {
                endDocument();
            } else if (!continued && property.matches()) {
                add(property.group("key"), unescaped(property.group("value")), index);
            }
            boolean isComment = line.strip().startsWith("#") || line.strip().startsWith("!");
            continued = line.endsWith("\\") && (continued || !isComment);
        }
    }

    private static String unescaped(String value) {
        return value.replace("\\:", ":").replace("\\=", "=");
    }

    private void yaml(List<String> lines) {
        List<String> keys = new ArrayList<>();
        List<Integer> indents = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            Matcher entry = YAML.matcher(lines.get(index));
            if (lines.get(index).startsWith("---")) {
                endDocument();
            } else if (entry.matches()) {
                int indent = entry.group("indent").length();
                while (!indents.isEmpty() && indents.get(indents.size() - 1) >= indent) {
                    indents.remove(indents.size() - 1);
                    keys.remove(keys.size() - 1);
                }
                indents.add(indent);
                keys.add(unquoted(entry.group("key")));
                String value = entry.group("value");
                if (value != null && !value.isBlank()) {
                    add(String.join(".", keys), unquoted(value.replaceFirst("\\s+#.*", "")), index);
                }
            }
        }
    }

    private void hocon(List<String> lines) {
        for (int index = 0; index < lines.size(); index++) {
            Matcher entry = HOCON.matcher(lines.get(index));
            if (entry.matches()) {
                add(unquoted(entry.group("key")), entry.group("value"), index);
            }
        }
    }

    private void xml(String text) {
        // Comments leave their line ends, so that lines are still counted.
        String code = XML_COMMENT.matcher(text).replaceAll(comment -> "\n".repeat((int)
                comment.group().chars().filter(each -> each == '\n').count()));
        Matcher property = XML.matcher(code);
        while (property.find()) {
            String value = property.group("value") != null ? property.group("value") : property.group("text");
            int before = (int) code.substring(0, property.start())
                    .chars()
                    .filter(each -> each == '\n')
                    .count();
            add(property.group("key"), value, before);
        }
    }

    private void add(String key, String value, int index) {
        document.add(new Setting(key, value.strip(), index + 1, ""));
    }

    private static String unquoted(String text) {
        String bare = text.strip();
        boolean quoted = bare.length() > 1
                && (bare.startsWith("\"") || bare.startsWith("'"))
                && bare.charAt(0) == bare.charAt(bare.length() - 1);
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }
}
