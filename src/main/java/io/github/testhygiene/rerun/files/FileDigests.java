package io.github.testhygiene.rerun.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Digests of files' contents: enough to compare them, and nothing that could be restored. */
public final class FileDigests implements FileContents {

    private static final int BUFFER = 1 << 16;

    private final FileLimits limits;
    private final Map<Path, Digest> digests = new HashMap<>();
    private long bytes;

    private record Digest(long size, String value) {}

    FileDigests(FileLimits limits) {
        this.limits = limits;
    }

    @Override
    public void add(Path path, Path file, FileState state) {
        if (state.size() > limits.bytesOfAFile() || bytes + state.size() > limits.bytesOfAll()) {
            return;
        }
        digest(file, state.size()).ifPresent(value -> {
            digests.put(path, new Digest(state.size(), value));
            bytes += state.size();
        });
    }

    @Override
    public boolean isEqualTo(Path path, Path file) {
        Digest digest = digests.get(path);
        return digest != null && sizeOf(file) == digest.size() && startsWith(file, digest);
    }

    @Override
    public boolean isContinuedBy(Path path, Path file) {
        Digest digest = digests.get(path);
        return digest != null && sizeOf(file) > digest.size() && startsWith(file, digest);
    }

    private static boolean startsWith(Path file, Digest digest) {
        return digest(file, digest.size()).filter(digest.value()::equals).isPresent();
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    /** The digest of the first bytes; empty if there are not so many, or if they cannot be read. */
    private static Optional<String> digest(Path file, long size) {
        try (InputStream content = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            long left = size;
            while (left > 0) {
                int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return Optional.empty();
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
