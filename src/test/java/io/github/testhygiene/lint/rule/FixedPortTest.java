package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FixedPortTest {

    private static final LintRule RULE = new FixedPort();

    @Test
    void serversOnALiteralPortAreFound() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import com.github.tomakehurst.wiremock.WireMockServer;
                import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
                import com.sun.net.httpserver.HttpServer;
                import java.net.*;
                import java.util.List;

                class OrderIT {
                    private static final int PORT = 8089;
                    private final InetSocketAddress address = new InetSocketAddress("localhost", 9090);

                    @Test void socket() throws Exception { new ServerSocket(7070).close(); }
                    @Test void ofTheJdk() throws Exception { HttpServer.create(address, 0); }
                    @Test void wireMock() { new WireMockServer(WireMockConfiguration.options().port(PORT)); }
                    @Test void wireMockAsItIs() { new WireMockServer(); }
                    @Test void container(org.testcontainers.containers.GenericContainer<?> postgres) {
                        postgres.setPortBindings(List.of("5432:5432", "0:8080"));
                    }
                }
                """, """
                import org.junit.jupiter.api.*;

                @WithPartner
                class PaymentIT {
                    @Test void one() {}
                }
                """, """
                import java.lang.annotation.*;

                @Retention(RetentionPolicy.RUNTIME)
                @com.github.tomakehurst.wiremock.junit5.WireMockTest(httpPort = 8081)
                @interface WithPartner {}
                """);

        assertThat(examples.places(RULE))
                .containsExactly(
                        "OrderIT.socket:12",
                        "OrderIT.ofTheJdk:13",
                        "OrderIT.wireMock:14",
                        "OrderIT.wireMockAsItIs:15",
                        "OrderIT.container:17",
                        "PaymentIT:4");
        assertThat(examples.found(RULE).get(4))
                .endsWith("Starts a server on port `5432`, which may be taken on this machine.");
    }

    @Test
    void freePortsAndClientsAreLeftAlone() {
        Examples examples =
                Examples.of("""
                import org.junit.jupiter.api.*;
                import com.github.tomakehurst.wiremock.WireMockServer;
                import com.github.tomakehurst.wiremock.client.WireMock;
                import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
                import com.sun.net.httpserver.HttpServer;
                import java.net.*;

                class OrderIT {
                    @Test void free(@com.github.tomakehurst.wiremock.junit5.InjectServer int given) throws Exception {
                        new ServerSocket(0).close();
                        int port = new ServerSocket(0).getLocalPort();
                        new WireMockServer(port);
                        new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());
                        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                    }

                    @Test void client() throws Exception {
                        new Socket("localhost", 8080);
                        new InetSocketAddress("localhost", 8080);
                        WireMock.configureFor("localhost", 8080);
                    }
                }
                """.replace("@com.github.tomakehurst.wiremock.junit5.InjectServer ", ""), """
                import org.junit.jupiter.api.*;

                @com.github.tomakehurst.wiremock.junit5.WireMockTest
                class PaymentIT {
                    @Test void one() {}
                }
                """, """
                import org.junit.jupiter.api.*;

                class UnitTest {
                    @Test void one() throws Exception { new java.net.ServerSocket(8080).close(); }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void theDefinedPortOfAnApplicationIsFixedUnlessASettingLeavesItOpen() {
        String base = """
                import org.springframework.boot.test.context.SpringBootTest;

                @SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
                abstract class Base {}
                """;
        String test = """
                import org.junit.jupiter.api.*;

                class OrderIT extends Base {
                    @Test void one() {}
                }
                """;

        assertThat(Examples.of(base, test).found(RULE))
                .containsExactly(
                        "Base:4 Starts the application on its own port (`DEFINED_PORT`), which may be taken on this machine.");
        assertThat(Examples.of(base, test)
                        .resource("application.properties", "server.port=0\n")
                        .found(RULE))
                .isEmpty();
        assertThat(Examples.of(base, test)
                        .resource("application.yml", "server:\n  port: 0\n")
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void anArrayThatHoldsWhatWasMadeOfItIsRead() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @Test void one() throws Exception {
                        Object[] all = new Object[1];
                        all[0] = java.util.Objects.requireNonNull(all);
                        all[0] = new AssertionError(all);
                        java.util.Objects.hash(all, all[0]);
                        new java.net.ServerSocket(8080);
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.one:9");
    }
}
