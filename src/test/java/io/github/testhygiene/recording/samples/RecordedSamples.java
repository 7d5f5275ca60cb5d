package io.github.testhygiene.recording.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.testcontainers.DockerClientFactory;

/** Tests of a user; nested here so that they run only when they are asked for. */
public final class RecordedSamples {

    private RecordedSamples() {}

    public static class Sees {
        private static final String URL = System.getProperty("sample.url", "none");
        private static final String OWN = System.getProperty("sample.own", "none");

        @Test
        void seesTheDatabase() {
            assertThat(URL).isEqualTo("jdbc:sample");
        }

        @Test
        void keepsWhatTheUserHasSet() {
            assertThat(OWN).isEqualTo("the user's");
        }

        @Test
        void fails() {
            throw new IllegalStateException("no luck");
        }
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    public static class Killed {
        @Test
        @Order(1)
        void before() {}

        @Test
        @Order(2)
        void halts() {
            Runtime.getRuntime().halt(9);
        }

        @Test
        @Order(3)
        void after() {}
    }

    /** Has Testcontainers initialised, as the first container does; no engine is asked. */
    public static class UsesTestcontainers {
        @Test
        void printsTheSession() {
            System.out.println("session " + DockerClientFactory.SESSION_ID);
        }
    }

    /** Tests something that runs tests itself. */
    public static class Launches {
        @Test
        void launchesOthers() {
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(DiscoverySelectors.selectClass(Sees.class))
                            .build());
        }

        @Test
        void launchesNothing() {}
    }
}
