package io.github.testhygiene.postgres.server;

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.testcontainers.DockerClientFactory;

/**
 * Looks whether a Docker engine answers, without Testcontainers where possible: that is loud where there is none. Each
 * engine is first given a few seconds, so that one that hangs does not keep us from the next; an engine that accepts
 * connections and is only slow has the whole limit, and Testcontainers, which asks it more, the same time once more.
 */
public final class EngineProbe {

    private static final String REQUEST = "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n";

    /** One engine that hangs must not keep us from the next. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(4);

    private final EngineCandidates candidates;
    private final Callable<?> testcontainers;
    private final Duration limit;
    private final Duration firstLook;
    private final Deadline deadline;

    /** With what decides where we cannot ask ourselves. */
    EngineProbe(EngineCandidates candidates, Callable<?> testcontainers, Duration limit) {
        this(candidates, testcontainers, limit, FIRST_LOOK);
    }

    /** The same with another time for the first look at each engine. */
    EngineProbe(EngineCandidates candidates, Callable<?> testcontainers, Duration limit, Duration firstLook) {
        this.firstLook = firstLook;
        this.candidates = candidates;
        this.testcontainers = testcontainers;
        this.limit = limit;
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
        List<EngineAddress> slow = new ArrayList<>();
        for (EngineAddress address : found.addresses()) {
            if (absent(address)) {
                continue;
            }
            switch (ping(address, firstLook)) {
                case ANSWERS -> {
                    return usable(address, found);
                }
                case SLOW -> slow.add(address);
                case NO_ENGINE -> silent.add(address.shown());
            }
        }
        for (EngineAddress address : slow) {
            if (ping(address, limit) == Ping.ANSWERS) {
                return usable(address, found);
            }
        }
        return new EngineAnswer.None(slow.isEmpty() ? none(found, silent) : tooSlow(slow));
    }

    private String tooSlow(List<EngineAddress> slow) {
        return "the Docker engine at " + slow.stream().map(EngineAddress::shown).collect(Collectors.joining(" or "))
                + " has not answered within " + seconds();
    }

    private String seconds() {
        return limit.toMillis() < 1_000 ? limit.toMillis() + " ms" : limit.toSeconds() + " s";
    }

    private EngineAnswer usable(EngineAddress address, EngineCandidates.Found found) {
        if (!found.configured() && !EngineCandidates.knownToTestcontainers(address)) {
            return new EngineAnswer.None("Podman answers at " + address.shown()
                    + ", where it is used only if you set DOCKER_HOST=unix://" + address.shown());
        }
        return confirmed(address);
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

    private enum Ping {
        ANSWERS,
        SLOW,
        NO_ENGINE
    }

    private Ping ping(EngineAddress address, Duration longest) {
        try {
            if (address instanceof EngineAddress.UnixSocket socket) {
                return ping(
                        SocketChannel.open(StandardProtocolFamily.UNIX),
                        UnixDomainSocketAddress.of(socket.path()),
                        longest);
            }
            if (address instanceof EngineAddress.Tcp tcp) {
                return ping(SocketChannel.open(), new InetSocketAddress(tcp.host(), tcp.port()), longest);
            }
        } catch (IOException e) {
            return Ping.NO_ENGINE;
        }
        return Ping.ANSWERS;
    }

    private Ping ping(SocketChannel channel, SocketAddress address, Duration longest) throws IOException {
        try (channel) {
            return deadline.await(() -> ping(channel, address), longest) ? Ping.ANSWERS : Ping.NO_ENGINE;
        } catch (ExecutionException e) {
            return Ping.NO_ENGINE;
        } catch (TimeoutException e) {
            return Ping.SLOW;
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
        String engine = "the Docker engine at " + address.shown();
        try {
            new Deadline(limit).await(testcontainers, limit);
            return new EngineAnswer.Answers(address.shown());
        } catch (TimeoutException e) {
            return new EngineAnswer.None(
                    engine + " has answered, and not to Testcontainers' questions within " + seconds());
        } catch (ExecutionException e) {
            return new EngineAnswer.None(engine + " cannot be used by Testcontainers: " + FailureReason.deepest(e));
        }
    }
}
