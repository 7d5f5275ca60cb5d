package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls that say on which port a server shall listen. */
final class ServerPortCalls {

    /**
     * A call.
     *
     * @param type the class, or one that it extends
     * @param method its name
     * @param argument which argument is the port, or has it
     */
    private record Door(String type, String method, int argument) {}

    private static final String NEW = "<init>";
    private static final String ADDRESS = "java.net.InetSocketAddress";
    private static final String WIREMOCK = "com.github.tomakehurst.wiremock.";
    private static final int WIREMOCK_PORT = 8080;

    private static final List<Door> DOORS = List.of(
            new Door("java.net.ServerSocket", NEW, 0),
            new Door("java.net.ServerSocket", "bind", 0),
            new Door("javax.net.ServerSocketFactory", "createServerSocket", 0),
            new Door("java.nio.channels.ServerSocketChannel", "bind", 0),
            new Door("com.sun.net.httpserver.HttpServer", "create", 0),
            new Door("com.sun.net.httpserver.HttpsServer", "create", 0),
            new Door("com.sun.net.httpserver.HttpServer", "bind", 0),
            new Door(WIREMOCK + "core.WireMockConfiguration", "port", 0),
            new Door(WIREMOCK + "core.WireMockConfiguration", "httpsPort", 0),
            new Door(WIREMOCK + "WireMockServer", NEW, 0),
            new Door(WIREMOCK + "junit.WireMockRule", NEW, 0),
            new Door(WIREMOCK + "junit.WireMockClassRule", NEW, 0),
            new Door("org.mockserver.integration.ClientAndServer", "startClientAndServer", 0),
            new Door("org.mockserver.netty.MockServer", NEW, 0),
            new Door("okhttp3.mockwebserver.MockWebServer", "start", 0),
            new Door("mockwebserver3.MockWebServer", "start", 0),
            new Door("org.eclipse.jetty.server.Server", NEW, 0),
            new Door("org.eclipse.jetty.server.AbstractNetworkConnector", "setPort", 0),
            new Door("org.eclipse.jetty.server.ServerConnector", "setPort", 0),
            new Door("org.apache.catalina.startup.Tomcat", "setPort", 0),
            new Door("io.undertow.Undertow$Builder", "addHttpListener", 0),
            new Door("io.undertow.Undertow$Builder", "addHttpsListener", 0),
            new Door("io.grpc.ServerBuilder", "forPort", 0),
            new Door("io.grpc.Grpc", "newServerBuilderForPort", 0),
            new Door("io.vertx.core.http.HttpServer", "listen", 0),
            new Door("io.javalin.Javalin", "start", 0),
            new Door("reactor.netty.http.server.HttpServer", "port", 0),
            new Door("reactor.netty.tcp.TcpServer", "port", 0),
            new Door("org.springframework.kafka.test.EmbeddedKafkaBroker", "kafkaPorts", 0),
            new Door("org.springframework.kafka.test.rule.EmbeddedKafkaRule", "kafkaPorts", 0),
            new Door("redis.embedded.RedisServer", NEW, 0),
            new Door("redis.embedded.RedisServerBuilder", "port", 0),
            new Door("redis.embedded.core.RedisServerBuilder", "port", 0),
            new Door("com.github.fppt.jedismock.RedisServer", "newRedisServer", 0),
            new Door("io.zonky.test.db.postgres.embedded.EmbeddedPostgres$Builder", "setPort", 0),
            new Door("com.icegreen.greenmail.util.ServerSetup", NEW, 0),
            new Door("org.testcontainers.containers.FixedHostPortGenericContainer", "withFixedExposedPort", 0),
            new Door("org.testcontainers.containers.GenericContainer", "addFixedExposedPort", 0),
            new Door("com.github.dockerjava.api.model.Ports$Binding", "bindPort", 0));

    private static final Map<String, List<Door>> BY_METHOD =
            Map.copyOf(DOORS.stream().collect(Collectors.groupingBy(Door::method)));

    private static final Set<String> BOXES = Set.of("java.lang.Integer");
    private static final Set<String> WIREMOCK_SERVERS =
            Set.of(WIREMOCK + "WireMockServer", WIREMOCK + "junit.WireMockRule", WIREMOCK + "junit.WireMockClassRule");
    private static final Set<String> WIREMOCK_OPTIONS = Set.of("options", "wireMockConfig");

    private final ClassIndex index;
    private final ValueOrigins origins;

    ServerPortCalls(ClassIndex index) {
        this.index = index;
        this.origins = new ValueOrigins(index);
    }

    /** Whether a call may open a port, as far as its name tells. */
    static boolean mayOpen(Step.Call call) {
        return BY_METHOD.containsKey(call.name());
    }

    /** The fixed ports that a call opens. */
    Stream<Integer> ports(Step.Call call) {
        if (isUnsetWireMock(call)) {
            return Stream.of(WIREMOCK_PORT);
        }
        return BY_METHOD.getOrDefault(call.name(), List.of()).stream()
                // A subclass has constructors of its own.
                .filter(door -> !call.isConstruction() || door.type().equals(call.owner()))
                .filter(door -> index.isA(call.owner(), Set.of(door.type())))
                .limit(1)
                .flatMap(door -> numbers(call.argument(door.argument())));
    }

    private Stream<Integer> numbers(Value argument) {
        Value value = origins.of(argument);
        if (value instanceof Value.Created address && address.className().equals(ADDRESS)) {
            List<Value> from = address.arguments();
            return from.isEmpty() ? Stream.empty() : numbers(from.get(from.size() - 1));
        } else if (value instanceof Value.Derived array) {
            return array.from().stream()
                    .filter(element -> !(element instanceof Value.Derived))
                    .flatMap(this::numbers);
        } else if (value instanceof Value.Result boxed
                && BOXES.contains(boxed.owner())
                && boxed.name().equals("valueOf")) {
            return boxed.inputs().stream().flatMap(this::numbers);
        }
        Integer number = value.number();
        return number != null && number > 0 && number < 1 << 16 ? Stream.of(number) : Stream.empty();
    }

    /** WireMock listens on a port of its own choice only if it is told to. */
    private static boolean isUnsetWireMock(Step.Call call) {
        if (!call.isConstruction() || !WIREMOCK_SERVERS.contains(call.owner())) {
            return false;
        } else if (call.arguments().isEmpty()) {
            return true;
        }
        return call.argument(0) instanceof Value.Result options
                && WIREMOCK_OPTIONS.contains(options.name())
                && options.owner().equals(WIREMOCK + "core.WireMockConfiguration");
    }
}
