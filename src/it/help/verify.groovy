import io.github.testhygiene.model.Rule

// What a person reads on the console is what this goal makes, so that is what is looked at.
def builds = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert builds.length == 6
def (brief, detail, isolate, sleeps, unknownRule, unknownGoal) = builds as List
def goals = ['provision', 'isolate', 'check', 'lint', 'replay', 'help', 'clean']

assert goals.every { brief.readLines().count("test-hygiene:$it" as String) == 1 }
assert brief.readLines().contains('  Fails the build on what the report holds against the tests.')
assert brief.contains('mvn test-hygiene:help -Dtest-hygiene.explain=')
assert !brief.contains('<failOn>')

assert goals.every { detail.readLines().contains("test-hygiene:$it" as String) }
assert detail.contains('  <testBudget> (-Dtest-hygiene.testBudget, default 500ms)')
assert detail.contains('    How long a test may take, by the median of all its runs.')
assert detail.contains('Tables that are meant to grow, each an <allowRow> with <table>')
assert Rule.values().every { rule -> detail.readLines().any { it.startsWith("  ${rule.label()} (${rule.severity().label()}") } }
assert detail.contains('    A test or a fixture waits for a time instead of an event.')

assert isolate.readLines().contains('test-hygiene:isolate')
assert isolate.contains('  <testBudget> (')
assert !isolate.readLines().contains('test-hygiene:check')
assert !isolate.contains('sleeps (warning)')

assert sleeps.readLines().count('# sleeps') == 1
assert ['## Why', '## Bad', '## Good', '## Configure'].every { sleeps.readLines().contains(it) }
assert sleeps.contains('        Thread.sleep(1_000);')
assert sleeps.contains('-Dtest-hygiene.rules=sleeps=off')
assert !sleeps.contains('](') && !sleeps.contains('```')

assert unknownRule.contains("There is no rule 'sleep'") && Rule.labels().every { unknownRule.contains(it) }
assert unknownGoal.contains("There is no goal 'explain'") && goals.every { unknownGoal.contains(it) }
