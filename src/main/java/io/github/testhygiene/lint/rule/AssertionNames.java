package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.MethodRef;
import java.util.List;
import java.util.Set;

/** Tells from its name whether a library's method asserts. In doubt it does. */
final class AssertionNames {

    /** What compilers and the JDK call by such a name without anybody asserting. */
    private static final List<String> SILENT = List.of(
            "java.", "javax.", "jdk.", "sun.", "kotlin.jvm.internal.", "kotlin.coroutines.", "groovy.lang.", "lombok.");

    /** Libraries, or classes of them, that do nothing else. */
    private static final List<String> ASSERTING = List.of(
            "com.google.common.truth.",
            "io.kotest.matchers.",
            "io.kotest.assertions.",
            "kotlin.test.",
            "strikt.",
            "ch.tutteli.atrium.",
            "assertk.",
            "org.amshove.kluent.",
            "io.vertx.junit5.",
            "io.vertx.ext.unit.",
            "au.com.origin.snapshots.",
            "org.approvaltests.",
            "net.javacrumbs.jsonunit.",
            "mockit.Verifications",
            "mockit.FullVerifications",
            "io.restassured.response.Validatable",
            "io.restassured.specification.ResponseSpecification",
            "io.restassured.module.mockmvc.response.Validatable",
            "io.restassured.module.webtestclient.response.Validatable");

    private static final Set<String> CLASS_WORDS = Set.of(
            "assert",
            "asserts",
            "asserter",
            "assertion",
            "assertions",
            "expect",
            "expectation",
            "expectations",
            "should",
            "ensure",
            "verify",
            "verifier",
            "check",
            "checks",
            "checker",
            "await");

    private static final Set<String> VERBS = Set.of(
            "assert",
            "asserts",
            "asserting",
            "verify",
            "verifies",
            "verified",
            "expect",
            "expects",
            "expecting",
            "check",
            "checks",
            "checking",
            "should",
            "must",
            "ensure",
            "ensures",
            "require",
            "requires",
            "await",
            "awaits");

    private static final Set<String> FIRST_WORDS = Set.of("until", "wait", "fail");
    private static final Set<String> JUNIT_3 = Set.of("junit.framework.Assert", "junit.framework.TestCase");

    /** What starts like this names a thing: {@code setExpectDate}, {@code saveCheck}. */
    private static final Set<String> NOUN_FOLLOWS =
            Set.of("get", "set", "is", "has", "with", "find", "save", "create", "delete", "add", "remove", "new", "of");

    /** {@code then…} that stubs or goes on instead of asserting. */
    private static final List<String> THEN_GOES_ON =
            List.of("org.mockito.", "reactor.", "io.reactivex.", "io.smallrye.", "io.vertx.", "io.mockk.", "rx.");

    private AssertionNames() {}

    /**
     * Whether a method asserts.
     *
     * @param method one that is not the tests' own
     * @return true also if it only looks like it
     */
    static boolean asserts(MethodRef method) {
        if (startsWithOneOf(method.owner(), SILENT)) {
            return assertsInJdk(method);
        } else if (startsWithOneOf(method.owner(), ASSERTING) || JUNIT_3.contains(method.owner())) {
            return true;
        }
        boolean isConstruction = method.name().startsWith("<");
        return !isConstruction
                && (NameWords.ofClass(method.owner()).stream().anyMatch(CLASS_WORDS::contains)
                        || isTelling(method.owner(), method.name())
                        || isRefusing(method));
    }

    /** What validates and returns nothing can only throw. */
    private static boolean isRefusing(MethodRef method) {
        List<String> words = NameWords.of(method.name());
        return !words.isEmpty()
                && words.get(0).equals("validate")
                && method.descriptor().endsWith(")V");
    }

    /**
     * Whether a method's name alone says that it asserts.
     *
     * @param owner its class, with dots
     * @param name its name
     * @return true for {@code verifyTitle}, false for {@code checkout}
     */
    static boolean isTelling(String owner, String name) {
        List<String> words = NameWords.of(name);
        if (words.isEmpty()) {
            return false;
        }
        String first = words.get(0);
        if (first.equals("then") && !startsWithOneOf(owner, THEN_GOES_ON)) {
            return true;
        } else if (first.equals("fail") && words.size() > 1) {
            return false;
        } else if (FIRST_WORDS.contains(first)) {
            return true;
        }
        boolean isNoun = NOUN_FOLLOWS.contains(first) && !words.contains("and");
        return !isNoun && words.stream().anyMatch(VERBS::contains) && !isAtTheDesk(words);
    }

    /** To check in or out is to check nothing. */
    private static boolean isAtTheDesk(List<String> words) {
        int check = words.indexOf("check");
        return check >= 0 && check + 1 < words.size() && Set.of("in", "out").contains(words.get(check + 1));
    }

    private static boolean assertsInJdk(MethodRef method) {
        boolean isOptional = method.owner().startsWith("java.util.Optional");
        boolean isWaiting = method.owner().startsWith("java.util.concurrent.")
                && method.name().equals("await")
                && method.descriptor().startsWith("()");
        boolean isValidating = method.owner().equals("javax.xml.validation.Validator");
        return (isOptional && method.name().equals("orElseThrow")) || isWaiting || isValidating;
    }

    private static boolean startsWithOneOf(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
