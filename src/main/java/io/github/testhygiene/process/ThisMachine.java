package io.github.testhygiene.process;

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
import java.util.TreeSet;

/**
 * Where a process id of this JVM is valid. Containers share folders, engines and servers, but no process ids; so each form
 * distinguishes them. What was written by an earlier version has the same forms: they must not change.
 */
public final class ThisMachine {

    private static final Path PROC = Path.of("/proc");
    private static final int CODE_LENGTH = 8;
    private static final int RADIX = Character.MAX_RADIX;

    private ThisMachine() {}

    /** Returns the machine since it was booted, without spaces; empty where the system does not tell. */
    public static Optional<String> sinceBoot() {
        try {
            if (Files.isReadable(PROC.resolve("self/stat"))) {
                return Optional.of(bootId() + "/" + processSpace());
            }
            String system = System.getProperty("os.name", "").replaceAll("\\s+", "");
            return Optional.of(system + "/" + InetAddress.getLocalHost().getHostName());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Returns a code of eight letters and digits for the machine since it was booted, and the user. */
    public static String codeOfUserSinceBoot() {
        return code(kernel().orElseGet(ThisMachine::hardware) + "\n" + System.getProperty("user.name", ""));
    }

    /** Returns a code of at most seven letters and digits, which stays the same when the machine is booted again. */
    public static String codeOfHost() {
        String space;
        try {
            space = processSpace();
        } catch (IOException | UnsupportedOperationException e) {
            space = ""; // not Linux
        }
        return Integer.toString((hostName() + space).hashCode() & Integer.MAX_VALUE, RADIX);
    }

    private static Optional<String> kernel() {
        try {
            return Optional.of(bootId() + "\n" + processSpace());
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty(); // not Linux
        }
    }

    private static String bootId() throws IOException {
        return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
    }

    /** Returns the space of process ids in which this JVM lives: each container has its own. */
    private static String processSpace() throws IOException {
        return Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    private static String hardware() {
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

    private static String code(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).toString(RADIX).substring(0, CODE_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
