def git = { String... arguments ->
    def process = new ProcessBuilder(['git', '-c', 'user.name=Emma', '-c', 'user.email=emma@example.com', *arguments])
            .directory(basedir).redirectErrorStream(true).start()
    def output = process.inputStream.text
    assert process.waitFor() == 0: output
}

// A repository of its own, whose main branch knows the class as it is here.
new File(basedir, '.git').deleteDir()
new File(basedir, '.gitignore').text = 'target/\nbuild.log\n'
git('init', '-q')
git('add', '-A')
git('commit', '-q', '-m', 'A shop')
git('update-ref', 'refs/remotes/origin/main', 'HEAD')

def orders = new File(basedir, 'src/main/java/com/example/Orders.java')
def untidy = orders.text.replace('DELETE FROM orders WHERE', 'DELETE FROM orders WHERE false AND')
assert untidy != orders.text
orders.text = untidy
return true
