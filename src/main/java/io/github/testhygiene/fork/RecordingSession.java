package io.github.testhygiene.fork;

import io.github.testhygiene.wire.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.sql.Driver;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Opens the wire when the user's launcher session opens, and sets the database's coordinates as system properties before
 * any test class is initialised. Does nothing unless the recorder's address lies on the class path, and whatever goes
 * wrong here never reaches the user's tests.
 */
public final class RecordingSession implements LauncherSessionListener {

    /** The resource that arms the recorder. */
    public static final String ADDRESS_RESOURCE = "META-INF/test-hygiene/recorder.properties";

    // JUnit makes the session's listener and the tests' listener by itself, and they must share one connection.
    private static final AtomicReference<@Nullable RecordingSession> CURRENT = new AtomicReference<>();

    private final AtomicReference<@Nullable TestPlan> running = new AtomicReference<>();
    private @Nullable ForkConnection connection;
    private boolean barriers;
    private Map<String, String> systemProperties = Map.of();
    private final Map<String, @Nullable String> replaced = new HashMap<>();

    /** For JUnit. */
    public RecordingSession() {}

    static @Nullable RecordingSession current() {
        return CURRENT.get();
    }

    /** Whether a plan is the user's; one that starts while another runs is executed by a test, and a part of it. */
    boolean begin(TestPlan plan) {
        return running.compareAndSet(null, plan);
    }

    void end(TestPlan plan) {
        running.compareAndSet(plan, null);
    }

    /** The system properties when the session opened, the database's coordinates among them. */
    Map<String, String> systemProperties() {
        return systemProperties;
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try (InputStream resource = RecordingSession.class.getClassLoader().getResourceAsStream(ADDRESS_RESOURCE)) {
            if (resource == null || !CURRENT.compareAndSet(null, this)) {
                return;
            }
            Properties address = new Properties();
            address.load(resource);
            ForkConnection opened = ForkConnection.open(
                    address.getProperty("host", ""),
                    Integer.parseInt(address.getProperty("port", "0")),
                    address.getProperty("token", ""));
            Frame.Welcome welcome = opened.read(Frame.Welcome.class);
            export(welcome);
            if (welcome.inMavensJvm()) {
                loadJdbcDrivers();
            }
            systemProperties = RecipeCapture.systemProperties();
            barriers = welcome.barriers();
            connection = opened;
        } catch (IOException | RuntimeException e) {
            complain(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (CURRENT.compareAndSet(this, null)) {
            send(new Frame.Bye());
            disconnect();
            // Matters where failsafe runs the tests in Maven's own JVM.
            replaced.forEach(RecordingSession::restore);
        }
    }

    /** Sends a frame; a broken wire is given up for good. */
    synchronized void send(Frame frame) {
        ForkConnection open = connection;
        if (open != null) {
            try {
                open.write(frame);
            } catch (IOException e) {
                complain(e);
                disconnect();
            }
        }
    }

    /** Sends a frame after which code of the user's runs, and waits until the database knows that it begins. */
    synchronized void sendAndWait(Frame frame) {
        send(frame);
        barrier();
    }

    /** Waits until Maven's side has done its work for all frames so far. */
    synchronized void barrier() {
        ForkConnection open = connection;
        if (open == null || !barriers) {
            return;
        }
        try {
            open.barrier();
        } catch (SocketTimeoutException e) {
            // Maven's side sees that a frame came before its answer, and trusts its evidence no more.
            barriers = false;
            System.err.println("[test-hygiene] the recorder does not answer in time; the tests no longer wait for it");
        } catch (IOException e) {
            complain(e);
            disconnect();
        }
    }

    private synchronized void disconnect() {
        ForkConnection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                complain(e);
            }
        }
    }

    private void export(Frame.Welcome welcome) {
        welcome.systemProperties().forEach(this::set);
        welcome.defaults().forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                set(name, value);
            }
        });
    }

    /**
     * The DriverManager looks for drivers once in the life of a JVM. In Maven's JVM it has done so before there was a
     * test class path, so that tests would find none.
     */
    private static void loadJdbcDrivers() {
        try {
            ServiceLoader.load(Driver.class).forEach(Driver::getMajorVersion);
        } catch (ServiceConfigurationError e) {
            System.err.println("[test-hygiene] a JDBC driver on the test class path cannot be loaded: " + e);
        }
    }

    private void set(String name, String value) {
        replaced.putIfAbsent(name, System.setProperty(name, value));
    }

    private static void restore(String name, @Nullable String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }

    private static void complain(Exception problem) {
        System.err.println("[test-hygiene] this test JVM is not recorded: " + problem);
    }
}
