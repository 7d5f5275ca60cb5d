package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.support.Await;
import com.example.support.DatabaseTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.annotation.Rollback;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

class OrderRepositoryIT extends DatabaseTest {

    @Autowired
    private DataSource database;

    @MockitoBean
    private Order.Mail mail;

    @Override
    protected List<String> tables() {
        return List.of("order_line", "orders", "customer");
    }

    @Override
    protected void prepare() {
        insert("customer", Map.of("name", "ada", "city", "London"));
        insert("customer", Map.of("name", "grace", "city", "New York"));
    }

    @Override
    protected void release() {
        jdbc.update("DELETE FROM order_line");
        jdbc.update("DELETE FROM orders");
    }

    private long save(Order order) {
        long id = insert("orders", Map.of("customer", order.customer(), "placed", order.placed()));
        order.lines().forEach(line -> insert(
                "order_line",
                Map.of("order_id", id, "article", line.article(), "quantity", line.quantity(), "price", line.price())));
        return id;
    }

    @Test
    void savesAnOrderWithItsLines() {
        long id = save(Fixtures.anOrder().of("ada").with("pen", 2, "1.20").with("paper", 1, "4.50").build());

        assertThat(count("order_line")).isEqualTo(2);
        assertThat(Fixtures.query(database, "SELECT article, quantity FROM order_line WHERE order_id = ? ORDER BY 1", id))
                .extracting(row -> row.get("article"))
                .containsExactly("paper", "pen");
    }

    @Test
    void refusesASecondCustomerOfThatName() {
        assertThatThrownBy(() -> insert("customer", Map.of("name", "ada", "city", "Paris")))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("customer_name");
        assertThat(count("customer")).isEqualTo(2);
    }

    @Test
    void sumsUpByMonth() {
        save(Fixtures.anOrder().of("ada").on(2024, 1, 31).with("pen", 1, "10").build());
        save(Fixtures.anOrder().of("ada").on(2024, 2, 1).with("pen", 1, "20").build());
        save(Fixtures.anOrder().of("grace").on(2024, 2, 29).with("pen", 1, "30").paid().build());

        List<Map<String, Object>> months = jdbc.queryForList("""
                SELECT date_trunc('month', placed) AS month, sum(quantity * price) AS total
                FROM orders JOIN order_line ON order_line.order_id = orders.id
                GROUP BY 1 ORDER BY 1
                """);

        assertThat(months).hasSize(2);
        assertThat(months.get(1)).containsEntry("total", new BigDecimal("50.00"));
    }

    @Test
    @Rollback
    void refreshesTheView() {
        save(Fixtures.anOrder().of("ada").with("desk", 1, "249").build());
        jdbc.execute("REFRESH MATERIALIZED VIEW turnover");
        Await.until(() -> count("turnover") == 1);

        assertThat(jdbc.queryForObject("SELECT total FROM turnover WHERE customer = ?", BigDecimal.class, "ada"))
                .isEqualByComparingTo("249");
    }
}
