package io.github.testhygiene.postgres.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Takes a value character by character, and keeps no more of a long one than its beginning and a digest. */
public final class ValueText {

    /** A longer value is cut here. */
    static final int KEPT = 200;

    private static final int DIGEST_BYTES = 16;

    private final StringBuilder kept = new StringBuilder(KEPT);
    private final MessageDigest whole = sha256();
    private final byte[] waiting = new byte[4096];
    private int waitingBytes;
    private boolean cut;

    void clear() {
        kept.setLength(0);
        cut = false;
        waitingBytes = 0;
    }

    void append(char character) {
        if (kept.length() < KEPT) {
            kept.append(character);
            return;
        }
        if (!cut) {
            cut = true;
            whole.reset();
            kept.chars().forEach(each -> digest((char) each));
        }
        digest(character);
    }

    private void digest(char character) {
        if (waitingBytes == waiting.length) {
            whole.update(waiting);
            waitingBytes = 0;
        }
        waiting[waitingBytes++] = (byte) (character >> 8);
        waiting[waitingBytes++] = (byte) character;
    }

    /** The value, or its beginning. */
    String text() {
        return kept.toString();
    }

    /** The digest of a value that was cut; else null. Ends the value. */
    @Nullable
    String digest() {
        if (!cut) {
            return null;
        }
        whole.update(waiting, 0, waitingBytes);
        return HexFormat.of().formatHex(Arrays.copyOf(whole.digest(), DIGEST_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
