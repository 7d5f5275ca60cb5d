package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/shop?user=me&password=secret, postgresql, db:5432",
        "'jdbc:postgresql://one:5432,two/shop', postgresql, 'one:5432,two'",
        "jdbc:mysql:replication://db/shop, mysql, db",
        "jdbc:mysql://me:secret@db:3306/shop, mysql, db:3306",
        "jdbc:sqlserver://db\\\\SQL1:1433;databaseName=shop, sqlserver, db",
        "jdbc:oracle:thin:@db:1521:shop, oracle, db:1521",
        "jdbc:oracle:thin:me/secret@//db:1521/shop, oracle, db:1521",
        "jdbc:p6spy:postgresql://db/shop, postgresql, db",
        "r2dbc:pool:postgresql://me:secret@db/shop, postgresql, db",
        "jdbc:postgresql://[::1]:5432/shop, postgresql, [::1]:5432"
    })
    void theHostOfAServerIsLiteral(String text, String engine, String host) {
        DatabaseUrl url = DatabaseUrl.of(text).orElseThrow();

        assertThat(url.engine()).isEqualTo(engine);
        assertThat(url.host()).isEqualTo(host);
        assertThat(url.isSomebodys()).isTrue();
        assertThat(url.shown()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:shop",
                "jdbc:postgresql:///shop",
                "jdbc:postgresql://\1/shop",
                "jdbc:postgresql://localhost:\1/shop",
                "jdbc:postgresql://localhost\1",
                "jdbc:postgresql://${HOST}/shop",
                "jdbc:postgresql://%s:%d/shop",
                "jdbc:postgresql://{}/shop",
                "jdbc:postgresql://@db.host@/shop",
                "jdbc:postgresql://localhost:1/shop",
                "jdbc:postgresql://192.0.2.7/shop",
                "jdbc:oracle:thin:@shop",
                "jdbc:oracle:thin:@db:\1:shop",
                "jdbc:tc:postgresql:16:///shop",
                "jdbc:h2:tcp://localhost/shop",
                "jdbc:sqlite:shop.db"
            })
    void otherUrlsNameNobodysServer(String text) {
        assertThat(DatabaseUrl.of(text).orElseThrow().isSomebodys()).isFalse();
    }

    @Test
    void otherTextIsNoUrl() {
        assertThat(DatabaseUrl.of("see jdbc:postgresql://localhost/shop")).isEmpty();
        assertThat(DatabaseUrl.of("\1://localhost/shop")).isEmpty();
        assertThat(DatabaseUrl.of("jdbc:")).isEmpty();
    }
}
