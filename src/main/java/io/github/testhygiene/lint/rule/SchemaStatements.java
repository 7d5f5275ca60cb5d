package io.github.testhygiene.lint.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the statements in SQL that change the schema, and not only rows or settings. */
final class SchemaStatements {

    private static final Pattern NOT_CODE =
            Pattern.compile("\\$(\\w*)\\$.*?\\$\\1\\$|'[^']*'|--[^\\r\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final String KIND = "(?:TABLE|SCHEMA|INDEX|TYPE|VIEW|SEQUENCE|DOMAIN)";
    private static final String NAME = "(?:IF\\s+EXISTS\\s+)?(?<name>[\\w.\"]+)?";
    private static final Pattern CREATE =
            statement("CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:(?:UNLOGGED|UNIQUE|MATERIALIZED|FOREIGN)\\s+)*" + KIND
                    + "\\b\\s*" + NAME);
    private static final Pattern CREATE_DATABASE = statement("CREATE\\s+DATABASE\\b\\s*" + NAME);
    private static final Pattern DROP =
            statement("DROP\\s+(?:(?:MATERIALIZED|FOREIGN)\\s+)?" + KIND + "\\b\\s*" + NAME);
    private static final Pattern ALTER = statement("ALTER\\s+(?:TABLE|TYPE|DOMAIN|VIEW)\\b\\s*(?:ONLY\\s+)?" + NAME
            + "[^;]*?\\b(?:ADD|DROP|RENAME|ALTER\\s+COLUMN|ALTER\\s+ATTRIBUTE)\\b");
    private static final Pattern GUARDED = Pattern.compile(
            "IF\\s+NOT\\s+EXISTS|\\bTEMPLATE\\b|\\bRESTART\\b|\\bTRIGGER\\b|\\bpg_temp\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEMPORARY =
            Pattern.compile("\\bCREATE\\s+(?:(?:GLOBAL|LOCAL)\\s+)?TEMP(?:ORARY)?\\b", Pattern.CASE_INSENSITIVE);

    private SchemaStatements() {}

    private static Pattern statement(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /**
     * The first statement that changes the schema.
     *
     * @param sql one statement or several, with {@code \1} for what is not known
     * @return how it starts, for example {@code CREATE TABLE orders}; empty if there is none, or it is only executed when
     *     something is missing
     */
    static Optional<String> first(String sql) {
        String code = NOT_CODE.matcher(sql).replaceAll(" ");
        if (TEMPORARY.matcher(code).find()) {
            // What is dropped then may be temporary as well.
            return Optional.empty();
        }
        for (String statement : code.split(";", -1)) {
            Optional<String> start = start(statement.strip());
            if (start.isPresent()) {
                return start;
            }
        }
        return Optional.empty();
    }

    /**
     * Whether it creates a temporary table or the like.
     *
     * @param sql one statement or several
     */
    static boolean isTemporary(String sql) {
        return TEMPORARY.matcher(sql).find();
    }

    private static Optional<String> start(String statement) {
        for (Pattern pattern : new Pattern[] {CREATE, CREATE_DATABASE, DROP, ALTER}) {
            Matcher matcher = pattern.matcher(statement);
            if (matcher.lookingAt() && !GUARDED.matcher(statement).find()) {
                return Optional.of(words(statement, matcher));
            }
        }
        return Optional.empty();
    }

    private static String words(String statement, Matcher matcher) {
        String name = matcher.group("name");
        int end = name == null ? matcher.end() : matcher.start("name");
        String keywords = statement.substring(0, end).replaceAll("\\s+", " ").strip();
        // A statement that was put together ends where the unknown begins.
        int unknown = keywords.indexOf('\1');
        String known = (unknown < 0 ? keywords : keywords.substring(0, unknown).strip()).toUpperCase(Locale.ROOT);
        return name == null ? known : known + " " + name;
    }
}
