package io.github.testhygiene.postgres.database;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * The process of a build, so that a later build can prove that it has ended.
 *
 * @param host eight characters for the machine since it was booted, the space of its process numbers, and the user
 * @param pid the process's number
 * @param start when it was started, in a unit that is the same on the same host
 */
public record OwnerProcess(String host, long pid, long start) {

    private static final int HOST_LENGTH = 8;
    private static final Path PROC = Path.of("/proc");

    /** Of field 22 in {@code /proc/<pid>/stat}, counted from the one behind the command, which may hold spaces. */
    private static final int START_FIELD = 19;

    /** What is known about a process. */
    enum Life {
        /** It still runs. */
        RUNS,
        /** It has ended: no process has its number, or one that was started at another time. */
        ENDED,
        /** It belongs to another machine, container, boot or user. */
        UNKNOWN
    }

    /** This JVM. */
    static OwnerProcess current() {
        long pid = ProcessHandle.current().pid();
        return new OwnerProcess(thisHost(), pid, start(pid).orElse(0));
    }

    /** Whether the process still runs. */
    Life life() {
        if (!host.equals(thisHost())) {
            return Life.UNKNOWN;
        }
        OptionalLong now = start(pid);
        if (now.isEmpty()) {
            return ProcessHandle.of(pid).isPresent() ? Life.UNKNOWN : Life.ENDED;
        }
        return now.getAsLong() == start ? Life.RUNS : Life.ENDED;
    }

    /** When a process was started; empty if there is none, or if the system does not tell. */
    private static OptionalLong start(long pid) {
        if (Files.isDirectory(PROC.resolve("self"))) {
            // In ticks since the boot: unlike a time of day it never changes, whatever happens to the clock.
            try {
                String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                return OptionalLong.of(Long.parseLong(fields[START_FIELD]));
            } catch (IOException e) {
                return OptionalLong.empty();
            }
        }
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(start -> OptionalLong.of(start.getEpochSecond()))
                .orElseGet(OptionalLong::empty);
    }

    private static String thisHost() {
        String user = System.getProperty("user.name", "");
        return print(boot().orElseGet(OwnerProcess::machine) + "\n" + user);
    }

    /** The kernel's boot and the space of process numbers in which this JVM lives: each container has its own. */
    private static Optional<String> boot() {
        try {
            String boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id"));
            return Optional.of(boot.strip() + "\n" + Files.readSymbolicLink(PROC.resolve("self/ns/pid")));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty(); // not Linux
        }
    }

    private static String machine() {
        TreeSet<String> parts = new TreeSet<>();
        try {
            parts.add(InetAddress.getLocalHost().getHostName());
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                byte[] address = each.getHardwareAddress();
                if (address != null && !each.isVirtual()) {
                    parts.add(HexFormat.of().formatHex(address));
                }
            }
        } catch (UnknownHostException | SocketException e) {
            parts.add(System.getProperty("os.version", "")); // less is known, and the process's start still differs
        }
        return String.join("\n", parts);
    }

    private static String print(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).toString(Character.MAX_RADIX).substring(0, HOST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
