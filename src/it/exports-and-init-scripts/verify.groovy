import io.github.testhygiene.it.Processes
import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)
assert report.counts() == [isolated: 3] && report.passed()
assert report.json().database.version ==~ /17(\.\d+)?/

def log = new File(basedir, 'build.log').text
assert log =~ /broken\.sql failed in line 4 \(DO \$\$\).*no luck/
assert !WrittenReport.isIn(new File(basedir, 'target/broken')) && !new File(basedir, 'target/broken/test-hygiene').exists()
def data = new File((log =~ /no luck in \[(.+?)\]/)[0][1])
assert !data.exists() && !data.parentFile.exists() && Processes.mentioning(data.path).empty
