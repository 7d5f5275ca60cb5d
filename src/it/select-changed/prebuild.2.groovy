// As if the build before had written it here.
def target = new File(basedir, 'target/suspects/test-hygiene')
target.mkdirs()
new File(target, 'report.json').bytes = new File(basedir, 'target/changed/test-hygiene/report.json').bytes
return true
