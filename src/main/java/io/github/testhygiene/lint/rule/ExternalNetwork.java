package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import io.github.testhygiene.model.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds tests that talk to another machine. */
final class ExternalNetwork implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.EXTERNAL_NETWORK,
            "Talk to a server of the test's own, for example WireMock or a container; leave the real one to a contract test.");

    /** What answers in place of the host that is named. */
    private static final List<String> SIMULATORS = List.of(
            "org.springframework.test.web.client.MockRest",
            "io.specto.hoverfly.",
            "feign.mock.",
            "com.github.tomakehurst.wiremock.http.JvmProxyConfigurer",
            "com.github.tomakehurst.wiremock.core.WireMockConfiguration#enableBrowserProxying",
            "org.mockserver.proxyconfiguration.",
            "software.betamax.",
            "com.github.paweladamski.httpclientmock.",
            "org.springframework.web.reactive.function.client.WebClient$Builder#exchangeFunction",
            "org.springframework.web.client.RestClient$Builder#requestFactory",
            "okhttp3.OkHttpClient$Builder#addInterceptor",
            "java.net.http.HttpClient$Builder#proxy");

    private static final Set<String> MOCKS = Set.of(
            "Mock", "MockBean", "MockitoBean", "Spy", "SpyBean", "MockitoSpyBean", "InjectMock", "InjectSpy", "MockK");

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitCode(ReachedCode code, LintContext context) {
        if (DisabledCode.contains(code, context)) {
            return;
        }
        ClientCalls clientCalls = new ClientCalls(context.index());
        for (Step step : code.method().steps()) {
            Optional<String> host = step instanceof Step.Call call
                    ? clientCalls.host(call)
                    : step instanceof Step.FieldUse use ? clientCalls.host(use) : Optional.empty();
            host.filter(each -> isReal(step, code, clientCalls, context))
                    .ifPresent(each -> context.report(new Violation(
                            HABIT,
                            ViolationPlace.of(context.index(), code, step),
                            each,
                            "Talks to `" + each + "`, another machine, which may be down or answer otherwise.")));
        }
    }

    private static boolean isReal(Step step, ReachedCode code, ClientCalls clientCalls, LintContext context) {
        if (calls(code.file(), context).anyMatch(ExternalNetwork::isSimulator)) {
            return false;
        }
        ValueOrigins origins = new ValueOrigins(context.index());
        if (step instanceof Step.Call call) {
            boolean isSent = !clientCalls.isRequest(call)
                    || calls(code.file(), context)
                            .anyMatch(each -> clientCalls.isSender(each) && !isMock(each.receiver(), origins));
            return isSent && !isMock(call.receiver(), origins) && !isStubbed(call, code.method());
        }
        return true;
    }

    /** The calls of a class and of those around it and in it. */
    private static Stream<Step.Call> calls(ClassFile file, LintContext context) {
        ClassFile outermost = file;
        while (outermost.outer() != null) {
            Optional<ClassFile> outer = context.index().own(outermost.outer());
            if (outer.isEmpty()) {
                break;
            }
            outermost = outer.get();
        }
        return Stream.concat(Stream.of(file), context.index().lineage(outermost).stream())
                .flatMap(each -> each.methods().stream())
                .flatMap(Method::calls);
    }

    private static boolean isSimulator(Step.Call call) {
        String name = call.owner() + "#" + call.name();
        return SIMULATORS.stream().anyMatch(name::startsWith);
    }

    private static boolean isMock(Value value, ValueOrigins origins) {
        return ClientCalls.isMocking(value)
                || (value instanceof Value.FieldValue field
                        && (origins.writes(field).anyMatch(ClientCalls::isMocking)
                                || origins.declaration(field)
                                        .flatMap(declared -> declared.annotations().stream())
                                        .anyMatch(ExternalNetwork::isMockAnnotation)));
    }

    /** A call that is only made to say how it shall be answered. */
    private static boolean isStubbed(Step.Call call, Method method) {
        return method.parameterAnnotations().stream().anyMatch(ExternalNetwork::isMockAnnotation)
                || method.calls()
                        .filter(each -> each.owner().startsWith("org.mockito."))
                        .anyMatch(each -> each.argument(0) instanceof Value.Result result
                                && result.owner().equals(call.owner())
                                && result.name().equals(call.name()));
    }

    private static boolean isMockAnnotation(AnnotationUse use) {
        return MOCKS.contains(use.simpleName());
    }
}
