package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import java.util.Set;

/** Knows the code of mocks and fake servers, which may well be slow on purpose. */
final class SlowAnswers {

    private static final Set<String> ANSWERS = Set.of(
            "org.mockito.stubbing.Answer",
            "org.mockito.stubbing.VoidAnswer1",
            "org.easymock.IAnswer",
            "com.sun.net.httpserver.HttpHandler",
            "com.sun.net.httpserver.Filter",
            "okhttp3.mockwebserver.Dispatcher",
            "mockwebserver3.Dispatcher",
            "okhttp3.Interceptor",
            "org.mockserver.mock.action.ExpectationResponseCallback",
            "com.github.tomakehurst.wiremock.extension.Extension",
            "org.springframework.http.client.ClientHttpRequestInterceptor",
            "org.springframework.web.reactive.function.client.ExchangeFunction",
            "org.springframework.web.servlet.HandlerInterceptor",
            "io.grpc.BindableService",
            "io.grpc.ServerInterceptor",
            "jakarta.servlet.Servlet",
            "jakarta.servlet.Filter",
            "javax.servlet.Servlet",
            "javax.servlet.Filter");
    private static final Set<String> CONTROLLERS =
            Set.of("org.springframework.stereotype.Controller", "jakarta.ws.rs.Path", "javax.ws.rs.Path");

    private SlowAnswers() {}

    static boolean contains(ReachedCode code, LintContext context) {
        ClassIndex index = context.index();
        return index.isA(code.file().name(), ANSWERS)
                || context.annotations().has(code.file().annotations(), CONTROLLERS)
                || isAnswer(code.file(), code.method().ref(), index);
    }

    /** Whether a method is the body of such a lambda, or of one within it. */
    private static boolean isAnswer(ClassFile file, MethodRef body, ClassIndex index) {
        return body.name().contains("lambda$")
                && file.methods().stream().anyMatch(method -> isAnswer(file, method, body, index));
    }

    private static boolean isAnswer(ClassFile file, Method around, MethodRef body, ClassIndex index) {
        return around.steps().stream()
                .filter(step ->
                        step instanceof Step.LambdaUse use && use.target().equals(body))
                .anyMatch(step -> index.isA(((Step.LambdaUse) step).functionalInterface(), ANSWERS)
                        || isAnswer(file, around.ref(), index));
    }
}
