package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import java.util.stream.Stream;

/** The settings in annotations such as {@code @SpringBootTest(properties = "spring.datasource.url=…")}. */
final class AnnotationSettings {

    private AnnotationSettings() {}

    /**
     * The URLs of databases among them.
     *
     * @param use the annotation
     * @return without those that it only mentions
     */
    static Stream<DatabaseUrl> urls(AnnotationUse use) {
        return Stream.of("properties", "value", "args")
                .flatMap(element -> use.texts(element).stream())
                .flatMap(String::lines)
                .flatMap(text -> ConnectionUrls.assigned(text).stream())
                .flatMap(url -> DatabaseUrl.of(url).stream());
    }
}
