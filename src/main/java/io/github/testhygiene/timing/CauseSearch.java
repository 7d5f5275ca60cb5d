package io.github.testhygiene.timing;

import java.util.Optional;

/** Looks for causes of one kind. */
interface CauseSearch {

    /** The cause in one test, if it is worth telling. */
    Optional<WeightedCause> inTest(TestTimes test);

    /** The cause in the suite as a whole, if it is worth telling. */
    Optional<WeightedCause> inSuite(SuiteTimes suite);
}
