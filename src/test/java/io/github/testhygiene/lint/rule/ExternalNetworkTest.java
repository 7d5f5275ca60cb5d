package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExternalNetworkTest {

    private static final LintRule RULE = new ExternalNetwork();

    @Test
    void connectionsToOtherMachinesAreFound() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import java.net.*;
                import java.net.http.*;
                import org.springframework.web.client.*;

                class OrderIT {
                    private static final String API = "https://api.stripe.com/v1";
                    private final RestTemplate rest = new RestTemplate();

                    @Test void url() throws Exception { new URL("http://www.ecb.europa.eu/rates").openStream(); }
                    @Test void client() throws Exception {
                        HttpRequest request = HttpRequest.newBuilder(URI.create(API + "/charges")).build();
                        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
                    }
                    @Test void template() { rest.getForObject("https://api.github.com/users/{id}", String.class, 1); }
                    @Test void restClient() { RestClient.create().get().uri("https://api.github.com/").retrieve(); }
                    @Test void assured() { io.restassured.RestAssured.given().get("https://httpbin.org/get"); }
                    @Test void socket() throws Exception { new Socket("smtp.gmail.com", 25); }
                    @Test void address() throws Exception { new Socket().connect(new InetSocketAddress("db.acme.io", 5432)); }
                }
                """);

        assertThat(examples.found(RULE).get(0))
                .isEqualTo(
                        "OrderIT.url:10 Talks to `www.ecb.europa.eu`, another machine, which may be down or answer otherwise.");
        assertThat(examples.places(RULE))
                .containsExactly(
                        "OrderIT.url:10",
                        "OrderIT.client:12",
                        "OrderIT.template:15",
                        "OrderIT.restClient:16",
                        "OrderIT.assured:17",
                        "OrderIT.socket:18",
                        "OrderIT.address:19");
    }

    @Test
    void thisMachineReservedNamesAndUrlsThatAreDataAreLeftAlone() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import java.net.*;
                import java.net.http.*;
                import org.springframework.web.client.*;

                class OrderIT {
                    private final RestTemplate rest = new RestTemplate();
                    private final String base = System.getProperty("base");
                    private final int port = 8080;

                    @Test void local() throws Exception {
                        rest.getForObject("http://localhost:" + port + "/orders?next=https://www.google.com", String.class);
                        rest.getForObject("http://127.0.0.1/orders", String.class);
                        rest.getForObject(base + "/orders", String.class);
                        rest.getForObject("https://" + base + ".acme.io/orders", String.class);
                        rest.getForObject("http://wiremock:8080/orders", String.class);
                        new Socket("host.docker.internal", 80);
                    }
                    @Test void reserved() throws Exception {
                        rest.getForObject("https://api.example.com/orders", String.class);
                        new URL("http://nobody.invalid/").openStream();
                        new Socket().connect(new InetSocketAddress("192.0.2.1", 80), 10);
                    }
                    @Test void asData() {
                        String namespace = "http://www.w3.org/2001/XMLSchema";
                        URI callback = URI.create("https://shop.acme.io/callback");
                        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost/"))
                                .header("Origin", "https://shop.acme.io").build();
                        Assertions.assertEquals("https://shop.acme.io", callback.toString() + namespace + request);
                    }
                    @Test void notSent() {
                        HttpRequest request = HttpRequest.newBuilder(URI.create("https://api.stripe.com")).build();
                    }
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.mockito.*;
                import org.springframework.web.client.*;

                class MockedIT {
                    @Mock RestTemplate annotated;
                    RestTemplate made = Mockito.mock(RestTemplate.class);

                    @Test void stubbed(RestTemplate given) {
                        annotated.getForObject("https://api.stripe.com", String.class);
                        Mockito.verify(made).getForObject("https://api.stripe.com", String.class);
                        made.getForObject("https://api.stripe.com", String.class);
                        Mockito.when(given.getForObject("https://api.stripe.com", String.class)).thenReturn("1");
                    }
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.springframework.test.web.client.*;
                import org.springframework.web.client.*;

                class SimulatedIT {
                    RestTemplate rest = new RestTemplate();

                    @Test void simulated() {
                        MockRestServiceServer.createServer(rest);
                        rest.getForObject("https://api.stripe.com", String.class);
                    }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }
}
