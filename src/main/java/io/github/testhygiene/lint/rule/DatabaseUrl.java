package io.github.testhygiene.lint.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC or R2DBC URL, as far as it is literal.
 *
 * @param engine in lower case, for example {@code postgresql}
 * @param isContainer whether it starts a container, as {@code jdbc:tc:} does
 * @param host the host, or several with commas; empty if there is none, or if it or the port is not literal
 * @param shown the part that may be shown: without users, passwords and parameters
 */
record DatabaseUrl(String engine, boolean isContainer, String host, String shown) {

    private static final Pattern URL = Pattern.compile(
            "(?<scheme>jdbc|r2dbcs?):(?<tc>tc:)?(?:(?:p6spy|log4jdbc|otel|aws-wrapper|jtds|pool|proxy|tracing):)*"
                    + "(?<engine>[A-Za-z0-9]+)(?<rest>.*)",
            Pattern.DOTALL);

    /** Up to the database's name, its instance or its parameters. */
    private static final Pattern AUTHORITY = Pattern.compile(
            "(?::[a-z-]+)*:(?:[^@/]*(?:/[^@/]*)?@)?(?:tcps?:)?//(?<host>[^/;?\\\\]+)"
                    + "|:thin:[^@]*@(?<thin>[^/:(]+:[^/:]+)",
            Pattern.DOTALL);

    private static final Pattern HOLE = Pattern.compile("[\1${}%<>*#@()\\s]");

    private static final Set<String> SERVERS =
            Set.of("postgresql", "pgsql", "postgres", "mysql", "mariadb", "oracle", "sqlserver", "mssql", "db2");

    /** Names and addresses that are kept for examples: nobody's database. */
    private static final Pattern NOBODY = Pattern.compile(
            "(?:.*\\.)?(?:invalid|example|test|example\\.(?:com|org|net))|192\\.0\\.2\\.\\d+|198\\.51\\.100\\.\\d+"
                    + "|203\\.0\\.113\\.\\d+|host|hostname|server|servername|unknown|nowhere|dummy|foo|bar|.*not-?exist.*"
                    + "|.*unreachable.*");

    private static final Pattern NO_PORT = Pattern.compile(".*:[01]");

    /**
     * Reads a URL.
     *
     * @param text what may be one, with {@code \1} for what is not literal
     * @return empty if it is none
     */
    static Optional<DatabaseUrl> of(String text) {
        Matcher url = URL.matcher(text.strip());
        if (!url.matches() || url.group("engine").equals("tc")) {
            return Optional.empty();
        }
        String engine = url.group("engine").toLowerCase(Locale.ROOT);
        String start = text.strip().substring(0, url.end("engine"));
        Matcher authority = AUTHORITY.matcher(url.group("rest"));
        String host = authority.lookingAt() ? host(authority) : "";
        String between = host.isEmpty() ? ":…" : authority.group("thin") != null ? ":thin:@" : "://";
        return Optional.of(new DatabaseUrl(engine, url.group("tc") != null, host, start + between + host));
    }

    private static String host(Matcher authority) {
        String thin = authority.group("thin");
        String found = thin != null ? thin : authority.group("host");
        String host = found.substring(found.lastIndexOf('@') + 1);
        return HOLE.matcher(host).find() ? "" : host;
    }

    /**
     * Whether it is the address of a server that somebody runs.
     *
     * @return false for names and ports that stand for nobody's, and for what is not literal
     */
    boolean isSomebodys() {
        if (isContainer
                || host.isEmpty()
                || !SERVERS.contains(engine)
                || NO_PORT.matcher(host).matches()) {
            return false;
        }
        String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return !NOBODY.matcher(name).matches();
    }
}
