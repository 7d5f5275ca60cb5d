import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts().keySet() == [
        'LaunchIT.findsAnEmptyTemporaryFolderInReruns',
        'LaunchIT.hasTheArgLine',
        'LaunchIT.hasTheEnvironment',
        'LaunchIT.hasTheLocaleAndTimeZoneOfTheArgLine',
        'LaunchIT.hasTheSystemPropertyVariables',
        'LaunchIT.isInTheGroup',
        'LaunchIT.reachesItsOwnDatabaseByTheUsersProperty',
] as Set // and nothing of the group that is left out
assert report.counts() == [isolated: 7]
assert report.passed()
