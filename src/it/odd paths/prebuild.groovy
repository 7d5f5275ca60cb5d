// Made here, since not every file system and every version control takes such names.
import java.nio.charset.Charset
import java.nio.file.Files

def utf8 = Charset.forName(System.getProperty('sun.jnu.encoding')).newEncoder().canEncode('ü')
def windows = File.separatorChar == '\\' as char
def odd = 'comma, #hash %41 +plus ;semicolon &and' + (utf8 ? ' ümläut' : '')
def folders = [odd: odd]
if (!windows) {
    folders.link = 'x' * 200
}

def copy = { File target, String name, String parent ->
    new File(target, 'src/test/java/com/example').mkdirs()
    def test = 'src/test/java/com/example/WorkingDirectoryIT.java'
    new File(target, test).text = new File(basedir, "template/$test").text
    new File(target, 'pom.xml').text = new File(basedir, 'template/pom.xml').text
            .replace('ARTIFACT_ID', name).replace('RELATIVE_PATH', parent)
}
folders.each { name, folder -> copy(new File(basedir, folder), name, '../pom.xml') }
copy(new File(basedir, 'template'), 'plain', '../pom.xml')
def modules = [odd]
if (!windows) {
    // Beside its target: Maven looks for the parent from there as well.
    Files.createSymbolicLink(new File(basedir, 'link').toPath(), new File(basedir, folders.link).toPath())
    modules << 'link'
}
def xml = modules.collect { "<module>${it.replace('&', '&amp;')}</module>" }.join('')
new File(basedir, 'pom.xml').with { setText(getText('UTF-8').replace('</modules>', "$xml</modules>"), 'UTF-8') }

// Another build of the same module runs (this JVM plays it), and one was killed.
def space = { new File('/proc/self/ns/pid').with { it.exists() ? Files.readSymbolicLink(it.toPath()).toString() : '' } }
def machine = Integer.toString((InetAddress.localHost.hostName + space()).hashCode() & 0x7fffffff, 36)
def name = { long pid, long start -> "test-hygiene-build-$machine-$pid-${Long.toString(start, 36)}-x" as String }
def me = ProcessHandle.current()
context.running = new File(basedir, "$odd/target/test-hygiene/" + name(me.pid(), me.info().startInstant().get().toEpochMilli()))
context.killed = new File(basedir, "$odd/target/test-hygiene/" + name(me.pid(), 1000))
assert context.running.mkdirs() && context.killed.mkdirs()
return true
