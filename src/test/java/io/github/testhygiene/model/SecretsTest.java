package io.github.testhygiene.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final Secrets SECRETS = Secrets.of(List.of(
            Map.of("db.password", "s3cret-w/rd", "db.user", "orders-user", "pin", "1234"),
            Map.of("API_TOKEN", "s3cret-w/rd-2", "PWD", "/home/me/shop", "mail.passwd", "postgres")));

    @Test
    void valuesOfNamesThatSuggestASecretAreMasked() {
        assertThat(SECRETS.mask("login orders-user/s3cret-w/rd refused; s3cret-w/rd-2 at /home/me/shop, 1234"))
                .isEqualTo("login orders-user/*** refused; *** at /home/me/shop, 1234");
    }

    @Test
    void aSecretThatIsAPartOfAWordIsLeft() {
        assertThat(SECRETS.mask("org.postgresql.Driver: role postgres, postgres"))
                .isEqualTo("org.postgresql.Driver: role ***, ***");
    }

    @Test
    void theyAreNotShown() {
        assertThat(SECRETS).hasToString("3 secrets");
    }

    @Test
    void parametersOfAUrlAreMaskedByTheirNames() {
        assertThat(SecretNames.maskParameters("jdbc:postgresql://h/d?ssl=true&sslpassword=a%26b&sslkey=k&password=x"))
                .isEqualTo("jdbc:postgresql://h/d?ssl=true&sslpassword=***&sslkey=k&password=***");
        assertThat(new DatabaseCoordinates("h", 1, "d", "u", "p4ssw0rd", "sslpassword=hidden&ssl=true"))
                .hasToString("jdbc:postgresql://h:1/d?sslpassword=***&ssl=true as u");
    }
}
