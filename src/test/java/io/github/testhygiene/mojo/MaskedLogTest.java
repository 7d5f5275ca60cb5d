package io.github.testhygiene.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.MaskedFailure;
import io.github.testhygiene.model.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class MaskedLogTest {

    private final List<String> lines = new ArrayList<>();
    private Secrets secrets = Secrets.of(List.of(Map.of("db.password", "hush-hush")));

    private final Log log = new MaskedLog(
            new SystemStreamLog() {
                @Override
                public void warn(CharSequence content) {
                    lines.add(content.toString());
                }
            },
            () -> secrets);

    @Test
    void whatIsSecretIsMaskedAlsoIfThatIsLearnedLater() {
        log.warn("FATAL: password hush-hush is wrong, and so is 12345678");
        secrets = secrets.and("12345678");
        log.warn("12345678");

        assertThat(lines).containsExactly("FATAL: password *** is wrong, and so is 12345678", "***");
    }

    @Test
    void aStackTraceIsMasked() {
        log.warn("It failed", new IllegalStateException("x", new IllegalArgumentException("of hush-hush")));

        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("It failed")
                .contains("Caused by: java.lang.IllegalArgumentException: of ***", "aStackTraceIsMasked")
                .doesNotContain("hush");
    }

    @Test
    void aFailureWithoutSecretsIsItself() {
        Exception failure = new IllegalStateException("x", new IllegalArgumentException("y"));

        assertThat(MaskedFailure.mask(failure, secrets)).isSameAs(failure);
    }

    @Test
    void aFailureWithASecretKeepsItsPlaceAndNotItsMessage() {
        Exception failure = new IllegalStateException("x", new IllegalArgumentException("hush-hush"));

        Throwable masked = MaskedFailure.mask(failure, secrets);

        assertThat(masked).hasMessage("java.lang.IllegalStateException: x").hasStackTraceContaining("***");
        assertThat(masked.getStackTrace()).isEqualTo(failure.getStackTrace());
        assertThat(masked.getCause()).hasMessage("java.lang.IllegalArgumentException: ***");
    }
}
