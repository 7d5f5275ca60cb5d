package com.example;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.postgresql.Driver;

/** Opens a connection and keeps it as long as the JVM lives. */
public final class ConnectedApplication {

    private ConnectedApplication() {}

    public static void main(String[] coordinates) throws InterruptedException {
        CountDownLatch connected = new CountDownLatch(1);
        Thread application = new Thread(() -> stayConnected(coordinates, connected), "connected-application");
        application.setDaemon(true);
        application.start();
        connected.await();
    }

    private static void stayConnected(String[] coordinates, CountDownLatch connected) {
        try (Connection connection = connect(coordinates)) {
            connected.countDown();
            Thread.sleep(Long.MAX_VALUE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connected.countDown();
        }
    }

    // In Maven's JVM the DriverManager has looked for drivers long before this class path existed.
    private static Connection connect(String[] coordinates) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", coordinates[1]);
        login.setProperty("password", coordinates[2]);
        return new Driver().connect(coordinates[0], login);
    }
}
