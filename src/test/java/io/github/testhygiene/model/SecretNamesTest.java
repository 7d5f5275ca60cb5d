package io.github.testhygiene.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "user_password",
                "PasswordHash",
                "userpasswd",
                "client_secret",
                "api_key",
                "apiKey",
                "APIKey",
                "token",
                "refreshToken",
                "pin",
                "pin2",
                "cardPIN",
                "SSN",
                "iban",
                "card_number",
                "creditCardNumber",
                "salt",
                "credentials",
                "private-key"
            })
    void namesOfSecrets(String name) {
        assertThat(SecretNames.suggest(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "owner", "shipping", "spinning", "session", "basalt", "note", "opinion", "key", "", "_"})
    void otherNames(String name) {
        assertThat(SecretNames.suggest(name)).isFalse();
    }
}
