def git = { String... arguments ->
    def process = new ProcessBuilder(['git', '-c', 'user.name=Emma', '-c', 'user.email=emma@example.com', *arguments])
            .directory(basedir).redirectErrorStream(true).start()
    def output = process.inputStream.text
    assert process.waitFor() == 0: output
}

git('add', '-A')
git('commit', '-q', '-m', 'Cancel later')
git('update-ref', 'refs/remotes/origin/main', 'HEAD')
return true
