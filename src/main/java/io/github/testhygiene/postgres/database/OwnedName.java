package io.github.testhygiene.postgres.database;

import io.github.testhygiene.postgres.server.RandomText;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name that says whose it is, for what stays on a server that is not ours when the build is killed. The owner stands in
 * the name itself, since there is no moment at which something has its name and not yet a comment.
 *
 * @param owner the build's process
 * @param since when its session began, in whole seconds
 * @param random what makes the name unique; lower-case letters and digits
 */
public record OwnedName(OwnerProcess owner, Instant since, String random) {

    private static final int RANDOM_LENGTH = 10;
    private static final Pattern SHAPE = Pattern.compile(
            OwnNames.PREFIX + "([a-z0-9]{8})_([a-z0-9]{1,7})_([a-z0-9]{1,12})_([a-z0-9]{1,7})_([a-z0-9]{10})");

    /** A new name of a session. */
    static OwnedName random(OwnerProcess owner, Instant since) {
        return new OwnedName(owner, since, RandomText.generate(RANDOM_LENGTH));
    }

    /** Reads a name; empty if it does not say whose it is. */
    static Optional<OwnedName> parse(String name) {
        Matcher matcher = SHAPE.matcher(name);
        return matcher.matches()
                ? Optional.of(new OwnedName(
                        new OwnerProcess(matcher.group(1), number(matcher.group(2)), number(matcher.group(3))),
                        Instant.ofEpochSecond(number(matcher.group(4))),
                        matcher.group(5)))
                : Optional.empty();
    }

    /** The name itself; at most 63 characters, which is what PostgreSQL keeps of a name. */
    String value() {
        return OwnNames.PREFIX + owner.host() + "_" + text(owner.pid()) + "_" + text(owner.start()) + "_"
                + text(since.getEpochSecond()) + "_" + random;
    }

    private static String text(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }

    private static long number(String text) {
        return Long.parseLong(text, Character.MAX_RADIX);
    }
}
