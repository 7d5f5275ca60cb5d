import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)
def folder = report.json().project.folder

// Annotations begin a line, whatever Maven puts before its own.
def lines = new File(basedir, 'build.log').readLines()
def errors = lines.findAll { it.startsWith('::error ') }
assert errors.size() == 2
assert errors.every { it ==~ /::error file=[^,:]*(CatalogIT|OrderIT)\.java,line=\d+,title=(victim|brittle)%3A [^,:]*::.*/ }
assert lines.count { it.startsWith('::warning ') } == Math.min(10, report.json().findings.count { it.severity == 'warning' })

def file = new File(basedir, 'step-summary.md')
def summary = file.getText('UTF-8')
file.delete() // a later run would add to it
assert summary.count('## Test Hygiene: `ci-github`') == 1
assert summary == '\n' + new File(basedir, 'target/test-hygiene/summary.md').getText('UTF-8')
assert summary.contains("`index.html` in `${folder.empty ? '' : folder + '/'}target/test-hygiene`")
