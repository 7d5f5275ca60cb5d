package com.example;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

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
        try (Connection connection = DriverManager.getConnection(coordinates[0], coordinates[1], coordinates[2])) {
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
}
