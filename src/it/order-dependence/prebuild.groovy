// What the tests of an earlier build have left, the next one must not meet.
new File(basedir, 'exports').deleteDir()
def temporary = new File(basedir, 'target/tmp')
temporary.deleteDir()
temporary.mkdirs()
