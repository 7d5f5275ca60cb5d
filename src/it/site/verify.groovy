import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)
assert report.verdicts() == ['OrderIT.isStored': 'isolated', 'OrderIT.staysOpen': 'isolated']
assert report.findings('leaves-rows').size() == 1

// Without a report there is a site all the same.
assert new File(basedir, 'target/site-without').directory
assert !new File(basedir, 'target/site-without/test-hygiene.html').exists()
assert new File(basedir, 'build.log').text.contains('No page about test hygiene: there is no')

def site = new File(basedir, 'target/site')
def page = new File(site, 'test-hygiene.html').text
assert page.contains('leaves-rows') && page.contains('OrderIT.isStored') && page.contains('2 isolated')
assert page.contains('href="test-hygiene/index.html"')
assert page.contains('&lt;script&gt;alert') && !page.contains('<script>alert')
assert page.contains('${project.name}') // nobody evaluates what a test says
assert new File(site, 'test-hygiene/index.html').text == new File(basedir, 'target/test-hygiene/index.html').text
assert new File(site, 'test-hygiene/report.json').exists()

// Called by itself the goal makes the same page, in the folder of reports; so does an older site plugin.
assert new File(basedir, 'target/reports/test-hygiene.html').text.contains('OrderIT.isStored')
def older = new File(basedir, 'target/site-older/test-hygiene.html').text
assert older.contains('OrderIT.isStored') && !older.contains('<script>alert')
