package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the hosts of the wide world from this machine, from containers and from names that nobody can own. */
final class ExternalHosts {

    /** The host must be complete: what follows it is no part of it, whatever is put there. */
    private static final Pattern URL = Pattern.compile(
            "(?:https?|wss?|ftp)://(?:[^/@\1]*@)?([\\w.-]+)(?:[/:?#].*)?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    /** Reserved by RFC 2606, RFC 6761 and the like, or resolved to this machine. */
    private static final Pattern RESERVED = Pattern.compile(
            "(?:.*\\.)?(?:localhost|localdomain|local|internal|test|example|invalid|lan|intranet"
                    + "|example\\.(?:com|org|net|edu)|localtest\\.me|lvh\\.me|nip\\.io|sslip\\.io|xip\\.io|home\\.arpa)");
    /** This machine, link-local, and those that documentation and time-outs use. */
    private static final Pattern RESERVED_ADDRESS = Pattern.compile(
            "(?:127|0|169\\.254|10\\.255|192\\.0\\.2|198\\.51\\.100|203\\.0\\.113|172\\.17|2[2-5]\\d)\\..*|192\\.0\\.0\\..*");

    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]{1,63}");
    private static final Pattern ADDRESS = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern TOP_LEVEL = Pattern.compile(".*\\.(?:[a-z]{2,}|xn--[a-z0-9-]+)");

    private static final Set<String> MADE_OF_TEXT = Set.of("java.net.URI", "java.net.URL", "okhttp3.HttpUrl");
    private static final Set<String> WRAPPERS = Set.of(
            "java.net.URI#create",
            "java.net.URI#toURL",
            "java.net.URL#toURI",
            "okhttp3.HttpUrl#parse",
            "okhttp3.HttpUrl#get",
            "okhttp3.HttpUrl$Companion#get");

    private final ValueOrigins origins;

    ExternalHosts(ClassIndex index) {
        this.origins = new ValueOrigins(index);
    }

    /** The host of another machine that a URL or an address names. */
    Optional<String> external(Value value) {
        Value origin = origins.of(value);
        String text = origin instanceof Value.Concatenation concatenation ? concatenation.recipe() : origin.text();
        if (text != null) {
            Matcher url = URL.matcher(text);
            return Optional.of(url)
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .flatMap(ExternalHosts::external);
        } else if (origin instanceof Value.Created created
                && !created.arguments().isEmpty()) {
            Value first = created.arguments().get(0);
            return created.className().equals("java.net.InetSocketAddress")
                    ? externalName(first)
                    : MADE_OF_TEXT.contains(created.className()) ? external(first) : Optional.empty();
        }
        return origin instanceof Value.Result result && WRAPPERS.contains(result.owner() + "#" + result.name())
                ? last(result.inputs()).flatMap(this::external)
                : Optional.empty();
    }

    /** The host of another machine, where a host's name is asked for. */
    Optional<String> externalName(Value value) {
        return Optional.ofNullable(origins.of(value).text()).flatMap(ExternalHosts::external);
    }

    private static Optional<Value> last(List<Value> inputs) {
        return inputs.isEmpty() ? Optional.empty() : Optional.of(inputs.get(inputs.size() - 1));
    }

    /** A name without a dot is that of a container, or of a host that does not exist. */
    private static Optional<String> external(String written) {
        String host = written.toLowerCase(Locale.ROOT);
        boolean isAddress = ADDRESS.matcher(host).matches();
        boolean isExternal = isAddress
                ? !RESERVED_ADDRESS.matcher(host).matches()
                : NAME.matcher(host).matches()
                        && TOP_LEVEL.matcher(host).matches()
                        && !RESERVED.matcher(host).matches();
        return isExternal ? Optional.of(host) : Optional.empty();
    }
}
