package com.example.support;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;

public final class Json {

    private final JsonPath document;

    private Json(JsonPath document) {
        this.document = document;
    }

    public static Json of(String text) {
        return new Json(JsonPath.from(text));
    }

    public static Json resource(Class<?> test, String name) {
        try (InputStream in = test.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name + " beside " + test.getName());
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Json has(String path, Object value) {
        Assertions.assertThat(document.<Object>get(path)).as(path).isEqualTo(value);
        return this;
    }

    public <T> T read(String path) {
        return document.get(path);
    }
}
