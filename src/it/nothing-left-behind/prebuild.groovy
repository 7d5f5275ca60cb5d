import io.github.testhygiene.it.LeftFiles

// Maven's JVM has a temporary folder of its own, so that nobody else writes there.
context.temporary = new File(basedir, 'target/temporary')
assert context.temporary.mkdirs()
new File(basedir, '.mvn').mkdirs()
new File(basedir, '.mvn/jvm.config').text = "-Djava.io.tmpdir=${context.temporary}\n"
context.files = LeftFiles.outsideBuildDirectories(basedir)

// One module has its server in a container, where an engine answers that has the image.
try {
    def docker = 'docker image inspect postgres:18'.execute()
    docker.consumeProcessOutput()
    docker.waitForOrKill(10_000)
    if (docker.exitValue() == 0) {
        context.userProperties['engine'] = 'answers'
    }
} catch (IOException ignored) {
    println 'There is no engine.'
}
return true
