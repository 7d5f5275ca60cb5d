def log = new File(basedir, 'build.log').text

assert log.contains('NoSuchIT')
assert log.contains('<tests>')
// The tests' own run is untouched by our mistake.
assert new File(basedir, 'target/failsafe-reports/TEST-com.example.BasketIT.xml').exists()
