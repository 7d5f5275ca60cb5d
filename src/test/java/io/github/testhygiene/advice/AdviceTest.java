package io.github.testhygiene.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.testhygiene.model.Problem;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence to a user names something that the user can write or run. */
class AdviceTest {

    private static final Pattern SOMETHING_TO_WRITE_OR_RUN = Pattern.compile(
            "<[a-zA-Z]+>|-D[a-z-]+|(docker|psql|mvn|pg_dump|ALTER ROLE|DROP DATABASE|select \\*|INSERT) ?|\\$\\{[a-z-.]+}");

    static Stream<Method> everyProblem() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(AdviceTest.class.getPackageName())
                        .stream()
                        .map(JavaClass::reflect)
                        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> method.getReturnType() == Problem.class);
    }

    @ParameterizedTest
    @MethodSource("everyProblem")
    void theWayOutIsSomethingToWriteOrToRun(Method method) throws ReflectiveOperationException {
        assertThat(say(method).fix()).containsPattern(SOMETHING_TO_WRITE_OR_RUN);
    }

    @ParameterizedTest
    @MethodSource("everyProblem")
    void bothHalvesAreSentences(Method method) throws ReflectiveOperationException {
        Problem problem = say(method);

        assertThat(problem.what()).doesNotContain("null", "  ").matches("(?s)([A-Z<-]|failsafe|orange).*");
        assertThat(problem.fix()).doesNotContain("null", "  ").matches("(?s)[A-Z].*[.)>]");
    }

    @ParameterizedTest
    @MethodSource("everyProblem")
    void whatIsKnownIsSaid(Method method) throws ReflectiveOperationException {
        boolean namesSomething = Arrays.asList(method.getParameterTypes()).contains(String.class);

        assertThat(say(method).text().contains("orange")).isEqualTo(namesSomething);
    }

    @Test
    void theClassesWereFound() {
        assertThat(everyProblem().map(Method::getDeclaringClass).distinct())
                .contains(
                        DatabaseAdvice.class,
                        ServerAdvice.class,
                        SettingsAdvice.class,
                        RecordingAdvice.class,
                        ReplayAdvice.class);
    }

    private static Problem say(Method method) throws ReflectiveOperationException {
        Object[] arguments = Arrays.stream(method.getGenericParameterTypes())
                .map(AdviceTest::value)
                .toArray();
        return (Problem) method.invoke(null, arguments);
    }

    private static Object value(Type type) {
        if (type == String.class) {
            return "orange";
        } else if (type == int.class) {
            return 5;
        } else if (type == long.class) {
            return 5L;
        } else if (type == boolean.class) {
            return false;
        } else if (type == Path.class) {
            return Path.of("lemon.sql");
        }
        return switch (type.getTypeName()) {
            case "java.util.List<java.lang.String>" -> List.of("apple", "pear");
            case "java.util.List<java.lang.Integer>" -> List.of(14, 18);
            case "java.util.Map<java.lang.String, java.lang.String>" -> Map.of("apple", "it is in use");
            default -> throw new IllegalArgumentException("no value for " + type);
        };
    }
}
