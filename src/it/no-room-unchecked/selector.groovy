// Needs mounts that only its own processes see: Linux, and a user that may do so. Elsewhere the sample is skipped.
try {
    return ['unshare', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'].execute().waitFor() == 0
} catch (IOException ignored) {
    return false
}
