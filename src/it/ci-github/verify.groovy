import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)
def folder = report.json().project.folder
def below = folder.empty ? '' : "$folder/"

// Annotations begin a line, whatever Maven puts before its own, and no text of the tests is one.
def findings = report.json().findings.findAll { !it.accepted }
def commands = new File(basedir, 'build.log').readLines().findAll { it ==~ /::(error|warning|notice) .*/ }
assert commands.every { it ==~ /::\w+ file=[^,:]+,(line=\d+,)?title=[a-z-]+(%3A [^,:]+)?::.+/ }
[error: 'error', warning: 'warning', info: 'notice'].each { severity, kind ->
    assert commands.count { it.startsWith("::$kind ") } == Math.min(10, findings.count { it.severity == severity })
}
assert commands.every { !it.startsWith('::error file=forged,') }
def source = 'src/test/java/com/example/ShelfIT.java'
def lines = new File(basedir, source).readLines()
['leaves-rows': 'takesABook', 'no-assertion': 'checksNothing'].each { rule, test ->
    def command = commands.find { it.contains("title=$rule%3A ShelfIT.$test::") }
    def at = (command =~ /file=(.+?),line=(\d+),/)[0]
    assert at[1] == below + source
    assert lines[(at[2] as int) - 5..(at[2] as int) - 1].any { it.contains("void $test()") }
}

def file = new File(basedir, 'step-summary.md')
def summary = file.getText('UTF-8')
file.delete() // a later run would add to it
assert summary.count('## Test Hygiene: `ci-github`') == 1
assert summary == '\n' + new File(basedir, 'target/test-hygiene/summary.md').getText('UTF-8')
assert summary.contains("`index.html` in `${below}target/test-hygiene`")
