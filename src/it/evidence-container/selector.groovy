// A machine without a Docker engine, or with one that hangs, skips this sample.
try {
    def docker = 'docker info'.execute()
    docker.consumeProcessOutput()
    docker.waitForOrKill(10_000)
    return docker.exitValue() == 0
} catch (IOException ignored) {
    return false
}
