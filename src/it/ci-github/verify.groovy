import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)
def folder = report.json().project.folder
def below = folder.empty ? '' : "$folder/"

// Annotations begin a line, whatever Maven puts before its own. The shop's sources stand in another folder than the module.
def lines = new File(basedir, 'build.log').readLines()
def commands = lines.findAll { it ==~ /::(error|warning|notice) .*/ }
assert commands.every { it ==~ /::\w+ file=[^,:]+,(line=\d+,)?title=[a-z-]+(%3A [^,:]+)?::.+/ }
assert commands.every { it.contains(" file=${below}pom.xml,") }
[error: 'error', warning: 'warning', info: 'notice'].each { severity, kind ->
    assert commands.count { it.startsWith("::$kind ") } ==
            Math.min(10, report.json().findings.count { it.severity == severity && !it.accepted })
}
assert commands.any { it.contains('title=victim%3A CatalogIT.listsTheAssortment::') }

def file = new File(basedir, 'step-summary.md')
def summary = file.getText('UTF-8')
file.delete() // a later run would add to it
assert summary.count('## Test Hygiene: `ci-github`') == 1
assert summary == '\n' + new File(basedir, 'target/test-hygiene/summary.md').getText('UTF-8')
assert summary.contains("`index.html` in `${below}target/test-hygiene`")
