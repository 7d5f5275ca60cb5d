package io.github.testhygiene.postgres;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.testcontainers.DockerClientFactory;

/**
 * Looks whether a Docker engine answers, without Testcontainers where possible: that is loud where there is none, and
 * waits long where one hangs. All of it takes at most the given time.
 */
final class EngineProbe {

    private static final String REQUEST = "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n";

    /** One engine that hangs must not keep us from the next. */
    private static final Duration PING_LIMIT = Duration.ofSeconds(4);

    private final EngineCandidates candidates;
    private final Callable<?> testcontainers;
    private final Deadline deadline;

    /** With what decides where we cannot ask ourselves. */
    EngineProbe(EngineCandidates candidates, Callable<?> testcontainers, Duration limit) {
        this.candidates = candidates;
        this.testcontainers = testcontainers;
        this.deadline = new Deadline(limit);
    }

    static EngineAnswer look(Duration limit) {
        // Only chooses a way to the engine; neither pulls an image nor starts anything.
        Callable<?> choice = () -> DockerClientFactory.instance().dockerHostIpAddress();
        return new EngineProbe(EngineCandidates.ofThisMachine(), choice, limit).look();
    }

    EngineAnswer look() {
        EngineCandidates.Found found = candidates.find();
        List<String> silent = new ArrayList<>();
        for (EngineAddress address : found.addresses()) {
            if (absent(address)) {
                continue;
            }
            if (!answers(address)) {
                silent.add(address.shown());
            } else if (!found.configured() && !EngineCandidates.knownToTestcontainers(address)) {
                return new EngineAnswer.None("Podman answers at " + address.shown()
                        + ", where it is used only if you set DOCKER_HOST=unix://" + address.shown());
            } else {
                return confirmed(address);
            }
        }
        return new EngineAnswer.None(none(found, silent));
    }

    private static String none(EngineCandidates.Found found, List<String> silent) {
        List<String> shown = silent.isEmpty()
                ? found.addresses().stream().limit(1).map(EngineAddress::shown).toList()
                : silent;
        return "no Docker engine answers at " + shown.stream().collect(Collectors.joining(" or "))
                + (found.configured() ? " (from DOCKER_HOST or .testcontainers.properties)" : "");
    }

    private static boolean absent(EngineAddress address) {
        return address instanceof EngineAddress.UnixSocket socket && Files.notExists(socket.path());
    }

    private boolean answers(EngineAddress address) {
        try {
            if (address instanceof EngineAddress.UnixSocket socket) {
                return pings(
                        SocketChannel.open(StandardProtocolFamily.UNIX), UnixDomainSocketAddress.of(socket.path()));
            }
            if (address instanceof EngineAddress.Tcp tcp) {
                return pings(SocketChannel.open(), new InetSocketAddress(tcp.host(), tcp.port()));
            }
        } catch (IOException e) {
            return false;
        }
        return true;
    }

    private boolean pings(SocketChannel channel, SocketAddress address) throws IOException {
        try (channel) {
            return deadline.call(() -> ping(channel, address), PING_LIMIT).orElse(false);
        }
    }

    private static boolean ping(SocketChannel channel, SocketAddress address) throws IOException {
        channel.connect(address);
        ByteBuffer request = ByteBuffer.wrap(REQUEST.getBytes(StandardCharsets.US_ASCII));
        while (request.hasRemaining()) {
            channel.write(request);
        }
        ByteBuffer answer = ByteBuffer.allocate("HTTP/1.1 200".length());
        int read = 0;
        while (read >= 0 && answer.hasRemaining()) {
            read = channel.read(answer);
        }
        String status = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
        return status.startsWith("HTTP/1.") && status.endsWith(" 200");
    }

    private EngineAnswer confirmed(EngineAddress address) {
        return deadline.call(testcontainers).isPresent()
                ? new EngineAnswer.Answers(address.shown())
                : new EngineAnswer.None(
                        "the Docker engine at " + address.shown() + " cannot be used by Testcontainers");
    }
}
