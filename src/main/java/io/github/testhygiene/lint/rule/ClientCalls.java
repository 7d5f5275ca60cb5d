package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calls that connect to a host, or make a client or request that does. */
final class ClientCalls {

    private static final String NEW = "<init>";
    private static final Set<String> HTTP_METHODS =
            Set.of("get", "post", "put", "delete", "patch", "head", "options", "request");
    private static final Set<String> REST_OPERATIONS = Set.of(
            "getForObject",
            "getForEntity",
            "postForObject",
            "postForEntity",
            "postForLocation",
            "patchForObject",
            "headForHeaders",
            "optionsForAllow",
            "exchange",
            "execute",
            "put",
            "delete");

    /** The first argument is a URL. */
    private static final CalledMethods BY_URL = new CalledMethods(Map.ofEntries(
            Map.entry("org.springframework.web.client.RestOperations", REST_OPERATIONS),
            Map.entry("org.springframework.web.client.RestTemplate", REST_OPERATIONS),
            Map.entry("org.springframework.boot.test.web.client.TestRestTemplate", REST_OPERATIONS),
            Map.entry("org.springframework.boot.resttestclient.TestRestTemplate", REST_OPERATIONS),
            Map.entry("org.springframework.web.client.RestClient", Set.of("create")),
            Map.entry("org.springframework.web.client.RestClient$Builder", Set.of("baseUrl")),
            Map.entry("org.springframework.web.client.RestClient$UriSpec", Set.of("uri")),
            Map.entry("org.springframework.web.reactive.function.client.WebClient", Set.of("create")),
            Map.entry("org.springframework.web.reactive.function.client.WebClient$Builder", Set.of("baseUrl")),
            Map.entry("org.springframework.web.reactive.function.client.WebClient$UriSpec", Set.of("uri")),
            Map.entry("io.restassured.RestAssured", HTTP_METHODS),
            Map.entry("io.restassured.specification.RequestSenderOptions", HTTP_METHODS),
            Map.entry("io.restassured.specification.RequestSpecification", Set.of("baseUri")),
            Map.entry("io.restassured.builder.RequestSpecBuilder", Set.of("setBaseUri")),
            Map.entry("org.jsoup.Jsoup", Set.of("connect")),
            Map.entry("org.jsoup.Connection", Set.of("url")),
            Map.entry("org.openqa.selenium.WebDriver", Set.of("get")),
            Map.entry("org.openqa.selenium.WebDriver$Navigation", Set.of("to")),
            Map.entry("com.microsoft.playwright.Page", Set.of("navigate")),
            Map.entry("com.codeborne.selenide.Selenide", Set.of("open")),
            Map.entry("retrofit2.Retrofit$Builder", Set.of("baseUrl"))));

    /** The first argument is a URL, and something else sends the request. */
    private static final CalledMethods REQUESTS = new CalledMethods(Map.of(
            "java.net.http.HttpRequest",
            Set.of("newBuilder"),
            "java.net.http.HttpRequest$Builder",
            Set.of("uri"),
            "okhttp3.Request$Builder",
            Set.of("url"),
            "org.apache.http.client.methods.HttpUriRequest",
            Set.of(NEW),
            "org.apache.hc.client5.http.classic.methods.HttpUriRequestBase",
            Set.of(NEW),
            "org.apache.hc.client5.http.fluent.Request",
            HTTP_METHODS,
            "org.apache.http.client.fluent.Request",
            Set.of("Get", "Post", "Put", "Delete", "Patch", "Head", "Options")));

    private static final CalledMethods SENDERS = new CalledMethods(Map.of(
            "java.net.http.HttpClient", Set.of("send", "sendAsync"),
            "okhttp3.OkHttpClient", Set.of("newCall"),
            "okhttp3.Call$Factory", Set.of("newCall"),
            "org.apache.http.client.HttpClient", Set.of("execute"),
            "org.apache.http.client.fluent.Request", Set.of("execute"),
            "org.apache.hc.client5.http.classic.HttpClient", Set.of("execute"),
            "org.apache.hc.client5.http.fluent.Request", Set.of("execute")));

    private static final Set<String> OPENED = Set.of("openConnection", "openStream", "getContent");

    private final ClassIndex index;
    private final ExternalHosts hosts;

    ClientCalls(ClassIndex index) {
        this.index = index;
        this.hosts = new ExternalHosts(index);
    }

    /** The other machine that a call connects to. */
    Optional<String> host(Step.Call call) {
        if (call.owner().equals("java.net.URL")) {
            return OPENED.contains(call.name()) ? hosts.external(call.receiver()) : Optional.empty();
        } else if (call.owner().equals("java.net.Socket") && call.isConstruction()) {
            return hosts.externalName(call.argument(0));
        } else if (isSocket(call)) {
            return hosts.external(call.argument(0));
        } else if (call.owner().equals("feign.Feign$Builder") && call.name().equals("target")) {
            return hosts.external(call.argument(1));
        }
        return BY_URL.contain(call, index) || isRequest(call) ? hosts.external(call.argument(0)) : Optional.empty();
    }

    private static boolean isSocket(Step.Call call) {
        return (call.owner().equals("java.net.Socket") && call.name().equals("connect"))
                || (call.owner().equals("java.nio.channels.SocketChannel")
                        && List.of("open", "connect").contains(call.name()));
    }

    /** Whether a call makes a request for a client to send. */
    boolean isRequest(Step.Call call) {
        return REQUESTS.contain(call, index);
    }

    /** Whether a call sends a request. */
    boolean isSender(Step.Call call) {
        return SENDERS.contain(call, index);
    }

    /** The other machine that RestAssured's static settings name. */
    Optional<String> host(Step.FieldUse use) {
        boolean isBase = use.isWrite()
                && use.owner().equals("io.restassured.RestAssured")
                && use.name().equals("baseURI");
        return isBase ? hosts.external(use.value()) : Optional.empty();
    }

    /** Whether a value comes straight from a mocking library. */
    static boolean isMocking(Value value) {
        return value instanceof Value.Result result
                && (result.owner().startsWith("org.mockito.")
                        || result.owner().startsWith("org.easymock.")
                        || result.owner().startsWith("io.mockk."));
    }
}
