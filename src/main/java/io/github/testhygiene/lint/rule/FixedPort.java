package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.Annotations.Placed;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.Value;
import io.github.testhygiene.model.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds servers that tests start on a port that is written down. */
final class FixedPort implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.FIXED_PORT,
            "Let the server choose a free port, mostly with port 0, and ask it for the port that it got.");

    private static final String SPRING_BOOT_TEST = "org.springframework.boot.test.context.SpringBootTest";
    private static final String WIREMOCK_OF_SPRING_CLOUD =
            "org.springframework.cloud.contract.wiremock.AutoConfigureWireMock";

    /** The elements of annotations that are ports. */
    private static final Map<String, List<String>> PORTS = Map.of(
            "com.github.tomakehurst.wiremock.junit5.WireMockTest",
            List.of("httpPort", "httpsPort"),
            "org.wiremock.spring.ConfigureWireMock",
            List.of("port", "httpsPort"),
            "org.mockserver.junit.jupiter.MockServerSettings",
            List.of("ports"),
            "org.mockserver.springtest.MockServerTest",
            List.of("port"),
            "org.springframework.kafka.test.context.EmbeddedKafka",
            List.of("ports"),
            WIREMOCK_OF_SPRING_CLOUD,
            List.of("port", "httpsPort"));

    private static final Set<String> BINDINGS = Set.of("setPortBindings", "withPortBindings", "parse");
    private static final Set<String> CONTAINERS = Set.of(
            "org.testcontainers.containers.Container",
            "org.testcontainers.containers.GenericContainer",
            "com.github.dockerjava.api.model.PortBinding");
    private static final Pattern BINDING = Pattern.compile("(?:[\\d.]+:)?(\\d+):\\d+(?:/\\w+)?");
    private static final Set<String> GREEN_MAIL = Set.of(
            "com.icegreen.greenmail.util.GreenMail",
            "com.icegreen.greenmail.junit5.GreenMailExtension",
            "com.icegreen.greenmail.junit4.GreenMailRule",
            "com.icegreen.greenmail.junit.GreenMailRule");
    private static final Set<String> GREEN_MAIL_SETUPS =
            Set.of("com.icegreen.greenmail.util.ServerSetupTest", "com.icegreen.greenmail.util.ServerSetup");

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitClass(TestClass testClass, LintContext context) {
        DefinedPort definedPort = new DefinedPort(context);
        for (Placed placed : testClass.annotations()) {
            AnnotationUse use = placed.use();
            if (use.type().equals(SPRING_BOOT_TEST)
                    && isNearest(testClass, placed)
                    && definedPort.isFixed(testClass, use)) {
                report(testClass, placed, "", "Starts the application on its own port (`DEFINED_PORT`)", context);
            }
            ports(use).distinct().forEach(port -> report(testClass, placed, port, server(port), context));
        }
    }

    private static boolean isNearest(TestClass testClass, Placed placed) {
        return testClass.annotations().stream()
                .filter(each -> each.use().type().equals(SPRING_BOOT_TEST))
                .findFirst()
                .filter(placed::equals)
                .isPresent();
    }

    private static Stream<String> ports(AnnotationUse use) {
        Stream<Object> written =
                PORTS.getOrDefault(use.type(), List.of()).stream().flatMap(element -> use.list(element).stream());
        Stream<Object> unsaid =
                use.type().equals(WIREMOCK_OF_SPRING_CLOUD) && use.list("port").isEmpty()
                        ? Stream.of(8080)
                        : Stream.empty();
        Stream<String> nested = use.inner().flatMap(FixedPort::ports);
        return Stream.concat(
                Stream.concat(written, unsaid)
                        .filter(port -> port instanceof Integer number && number > 0)
                        .map(String::valueOf),
                nested);
    }

    private static void report(TestClass testClass, Placed placed, String port, String what, LintContext context) {
        boolean isOwn = context.index().isOwn(placed.on().name());
        ViolationPlace place = ViolationPlace.of(isOwn ? placed.on() : testClass.file());
        context.report(new Violation(HABIT, place, port, what + ", which may be taken on this machine."));
    }

    private static String server(String port) {
        return "Starts a server on port `" + port + "`";
    }

    @Override
    public void visitCode(ReachedCode code, LintContext context) {
        if (DisabledCode.contains(code, context)) {
            return;
        }
        ServerPortCalls serverPortCalls = new ServerPortCalls(context.index());
        Stream<Step.Call> calls =
                code.method().calls().filter(call -> ServerPortCalls.mayOpen(call) || BINDINGS.contains(call.name()));
        calls.forEach(call -> Stream.concat(
                        serverPortCalls.ports(call).map(String::valueOf),
                        Stream.concat(bindings(call, context), mail(call)))
                .distinct()
                .forEach(port -> context.report(new Violation(
                        HABIT,
                        ViolationPlace.of(context.index(), code, call),
                        port,
                        server(port) + ", which may be taken on this machine."))));
    }

    /** Ports of the host that are bound to those of a container. */
    private static Stream<String> bindings(Step.Call call, LintContext context) {
        if (!BINDINGS.contains(call.name()) || !context.index().isA(call.owner(), CONTAINERS)) {
            return Stream.empty();
        }
        return call.argument(0)
                .all()
                .map(Value::text)
                .filter(text -> text != null)
                .map(BINDING::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .filter(port -> !port.equals("0"));
    }

    /** GreenMail's ready-made set-ups, unless they are asked for another port. */
    private static Stream<String> mail(Step.Call call) {
        if (!call.isConstruction() || !GREEN_MAIL.contains(call.owner())) {
            return Stream.empty();
        }
        Value argument = call.argument(0);
        List<Value> setups = argument instanceof Value.Derived array ? array.from() : List.of(argument);
        return setups.stream()
                .filter(setup -> setup instanceof Value.FieldValue field && GREEN_MAIL_SETUPS.contains(field.owner()))
                .map(setup -> ((Value.FieldValue) setup).name());
    }
}
