package io.github.testhygiene.recording.samples;

import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a test class as failsafe's fork does, knowing nothing of us. */
public final class TestMain {

    private TestMain() {}

    /**
     * Runs one class.
     *
     * @param arguments the class's name
     */
    public static void main(String[] arguments) {
        ClassLoader.getSystemClassLoader().setDefaultAssertionStatus(true);
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(DiscoverySelectors.selectClass(arguments[0]))
                            .configurationParameter("sample.parameter", "p")
                            .build());
        }
        System.out.println("tests are done");
    }
}
