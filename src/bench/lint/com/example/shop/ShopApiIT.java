package com.example.shop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.example.support.IntegrationTest;
import com.example.support.Json;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

@IntegrationTest
@TestMethodOrder(MethodOrderer.MethodName.class)
class ShopApiIT {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static String token;

    @Value("${local.server.port}")
    private int port;

    private final TestRestTemplate rest = new TestRestTemplate();

    @BeforeEach
    void address() {
        RestAssured.baseURI = "http://localhost";
        RestAssured.port = port;
        System.setProperty("shop.mode", "test");
        if (token == null) {
            token = given().body(Map.of("user", "ada", "password", "secret")).post("/login").path("token");
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty("shop.mode");
    }

    @Test
    void listsOrders() {
        given().header("Authorization", "Bearer " + token)
                .queryParam("customer", "ada")
                .when()
                .get("/orders")
                .then()
                .statusCode(200)
                .body("orders", hasSize(0))
                .body("customer.name", equalTo("ada"));
    }

    @Test
    void placesAnOrder() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"customer": "ada", "lines": [{"article": "pen", "quantity": 2}]}
                        """))
                .build();

        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(201);
        Json.of(response.body()).has("customer", "ada").has("lines.size()", 1);
        Thread.sleep(100);
    }

    @Test
    void refusesStrangers() {
        ResponseEntity<String> answer = rest.getForEntity("http://localhost:" + port + "/orders/1", String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(answer.getHeaders().getFirst("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void warmsUp() {
        rest.getForObject("http://localhost:{port}/health", String.class, Map.of("port", port));
    }
}
