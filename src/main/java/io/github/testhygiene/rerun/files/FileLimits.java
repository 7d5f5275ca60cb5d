package io.github.testhygiene.rerun.files;

/**
 * What is too large to be watched.
 *
 * @param files with more files and folders than this, nothing is watched
 * @param bytesOfAFile the contents of a larger file are not known: it is watched by size and time, and not restored
 * @param bytesOfAll when so much is known, the contents of no further file are
 */
public record FileLimits(int files, long bytesOfAFile, long bytesOfAll) {

    private static final long MEGABYTE = 1 << 20;

    /** For real modules. */
    static final FileLimits DEFAULT = new FileLimits(50_000, 5 * MEGABYTE, 200 * MEGABYTE);
}
