package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Works out paths from the calls that make them, as far as they are made of constants. */
final class TemporaryPaths {

    private static final String FOLDER = "${java.io.tmpdir}";
    private static final Pattern FIXED = Pattern.compile(
            "(?:/tmp|/var/tmp|[A-Za-z]:[/\\\\][Tt]e?mp|\\$\\{java\\.io\\.tmpdir})[/\\\\]*[^/\\\\].*", Pattern.DOTALL);
    private static final String FILE = "java.io.File";
    private static final Set<String> FACTORIES = Set.of("java.nio.file.Path", "java.nio.file.Paths");
    /** What only says the same path in another way. */
    private static final Set<String> SAME = Set.of(
            "toFile",
            "toPath",
            "toString",
            "toAbsolutePath",
            "normalize",
            "getPath",
            "getAbsolutePath",
            "getAbsoluteFile",
            "getCanonicalPath",
            "getCanonicalFile");

    private static final Set<String> PATHS = Set.of("java.nio.file.Path", FILE);
    private static final Set<String> APACHE_FOLDER = Set.of("getTempDirectory", "getTempDirectoryPath");

    private final ValueOrigins origins;

    TemporaryPaths(ClassIndex index) {
        this.origins = new ValueOrigins(index);
    }

    /** The path, if it is the same in every build and lies in the temporary folder. */
    Optional<String> fixed(Value value) {
        return Optional.ofNullable(path(value))
                .filter(path -> FIXED.matcher(path).matches());
    }

    /** Whether a value is a file or a path, and no text that only looks like one. */
    static boolean isFile(Value value) {
        return (value instanceof Value.Created created && created.className().equals(FILE))
                || (value instanceof Value.Result result
                        && (FACTORIES.contains(result.owner()) || PATHS.contains(result.owner()))
                        && !result.descriptor().endsWith("Ljava/lang/String;"))
                || value instanceof Value.FieldValue;
    }

    private @Nullable String path(Value value) {
        Value origin = origins.of(value);
        String text = origin.text();
        if (text != null) {
            return text;
        } else if (origin instanceof Value.Concatenation concatenation) {
            return concatenated(concatenation);
        } else if (origin instanceof Value.Created created
                && created.className().equals(FILE)) {
            return joined(created.arguments());
        }
        return origin instanceof Value.Result result ? path(result) : null;
    }

    private @Nullable String path(Value.Result result) {
        List<Value> inputs = result.inputs();
        if (isFolder(result)) {
            return FOLDER;
        } else if (FACTORIES.contains(result.owner())
                && (result.name().equals("of") || result.name().equals("get"))) {
            return joined(inputs);
        } else if (!PATHS.contains(result.owner())) {
            return null;
        } else if (result.name().equals("resolve")) {
            return joined(inputs);
        }
        return SAME.contains(result.name()) && inputs.size() == 1 ? path(inputs.get(0)) : null;
    }

    private static boolean isFolder(Value.Result result) {
        boolean isProperty = result.owner().equals("java.lang.System")
                && result.name().equals("getProperty")
                && "java.io.tmpdir".equals(result.inputs().get(0).text());
        boolean isOfApache =
                result.owner().equals("org.apache.commons.io.FileUtils") && APACHE_FOLDER.contains(result.name());
        return isProperty || isOfApache;
    }

    private @Nullable String joined(List<Value> parts) {
        List<String> names = new ArrayList<>();
        for (Value part : parts) {
            List<Value> elements = part instanceof Value.Derived array ? array.from() : List.of(part);
            for (Value element : elements) {
                String name = path(element);
                if (name == null) {
                    return null;
                }
                names.add(name);
            }
        }
        return names.isEmpty() ? null : String.join("/", names).replaceAll("(?<!^)//+", "/");
    }

    private @Nullable String concatenated(Value.Concatenation concatenation) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (char each : concatenation.recipe().toCharArray()) {
            if (each != '\1') {
                text.append(each);
                continue;
            }
            String part = next < concatenation.parts().size()
                    ? path(concatenation.parts().get(next++))
                    : null;
            if (part == null) {
                return null;
            }
            text.append(part);
        }
        return text.toString();
    }
}
