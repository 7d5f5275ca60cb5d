import io.github.testhygiene.it.WrittenLint

def shop = 'src/test/kotlin/com/example/shop'
def lint = WrittenLint.inDirectory(new File(basedir, 'target'))

// A property that has an annotation, inline functions of MockK and of Mockito: the lines are those of the calls.
assert lint.places('mocked-database') == [23, 25, 31, 39, 48].collect { "$shop/MockedIT.kt:$it" as String }
// Infix matchers, inline functions, coroutines, extensions, local functions and default values assert.
assert lint.places('no-assertion') == [102, 118, 98].collect { "$shop/AssertingIT.kt:$it" as String }
assert lint.subjects('no-assertion') == [
    'AssertingIT.Within.onlyCallsToo', 'AssertingIT.isSuppressed', 'AssertingIT.onlyCalls', 'AssertingIT.onlyCallsInCoroutine'
]
// The folder of Pauses.kt is not that of its package.
assert lint.places('sleeps') == [33, 46, 53, 64, 73, 79].collect { "$shop/WaitingIT.kt:$it" as String } +
    ['src/test/kotlin/shared/Pauses.kt:10', 'src/test/kotlin/shared/Pauses.kt:6']
// Not what is made lazily, reset by a fixture, or set before it is read.
assert lint.places('shared-mutable-state') == [14, 58, 9].collect { "$shop/SharedStateIT.kt:$it" as String }
assert lint.places('fixed-database') == ["$shop/Databases.kt:19"]
assert lint.subjects('happy-path-only') == ['WaitingIT']
assert lint.rules() == ['mocked-database', 'no-assertion', 'sleeps', 'shared-mutable-state', 'fixed-database', 'happy-path-only'] as Set
assert lint.lint().packages == [[name: 'com.example.shop', testClasses: 4, tests: 32, expectingFailure: 3]]
