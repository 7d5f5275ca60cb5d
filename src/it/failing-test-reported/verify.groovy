import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts() == ['PriceIT.addsTheTax': 'failing', 'PriceIT.isANumber': 'isolated']
assert report.findings('failing') == ['PriceIT.addsTheTax']
assert report.test('PriceIT.addsTheTax').failure.message.contains('119')
assert report.runs('reference')[0].failed.size() == 1
// It is failsafe that breaks the build, as it would without us.
assert new File(basedir, 'build.log').text =~ /Failed to execute goal org.apache.maven.plugins:maven-failsafe-plugin:[^:]+:verify/
