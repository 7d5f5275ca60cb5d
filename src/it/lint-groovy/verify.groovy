import io.github.testhygiene.it.WrittenLint

def shop = 'src/test/groovy/com/example/shop'
def lint = WrittenLint.inDirectory(new File(basedir, 'target'))

// What Groovy looks for when it runs is seen where its name tells enough; a test is known by the name that was given to it.
assert lint.places('sleeps') == ["$shop/OrdersIT.groovy:19", "$shop/OrdersIT.groovy:44", "$shop/OrdersIT.groovy:46", "$shop/PricesSpec.groovy:41"]
assert lint.subjects('sleeps').contains('PricesSpec.sells what is there')
assert lint.places('declares-order')*.replaceFirst(/:\d+$/, '') == ["$shop/PricesSpec.groovy"]
assert lint.places('shared-mutable-state') == ["$shop/OrdersIT.groovy:13"]
assert lint.places('fixed-database') == ["$shop/OrdersIT.groovy:45"]
// Conditions, interactions and power assertions are no calls that could be found, so nobody is accused of having none.
assert lint.rules() == ['sleeps', 'declares-order', 'shared-mutable-state', 'fixed-database'] as Set
assert lint.lint().packages == [[name: 'com.example.shop', testClasses: 2, tests: 9, expectingFailure: 1]]
