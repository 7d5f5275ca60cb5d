package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.mockito.Mock;
import org.mockito.MockitoAnnotations;

class OrderServiceTest {

    @Mock
    private Order.Store store;

    @Mock
    private Order.Mail mail;

    private final Clock clock = Clock.fixed(Instant.parse("2024-05-01T10:00:00Z"), ZoneOffset.UTC);
    private Orders orders;

    @BeforeEach
    void mocks() {
        MockitoAnnotations.openMocks(this);
        orders = new Orders(store, mail, clock);
        when(store.save(any(Order.class))).thenReturn(17L);
        when(store.find(anyLong())).thenAnswer(call -> new Order("ada", LocalDate.now(clock)));
    }

    @Test
    void savesAndTells() {
        long id = orders.place("ada", List.of("pen", "paper"));

        assertThat(id).isEqualTo(17);
        ArgumentCaptor<Order> saved = ArgumentCaptor.forClass(Order.class);
        verify(store).save(saved.capture());
        assertThat(saved.getValue().customer()).isEqualTo("ada");
        assertThat(saved.getValue().placed()).isEqualTo(LocalDate.of(2024, 5, 1));
        verify(mail).send(eq("ada"), contains("17"), any());
    }

    @Test
    void savesBeforeItTells() {
        orders.place("grace", List.of("desk"));

        InOrder order = inOrder(store, mail);
        order.verify(store).save(any());
        order.verify(mail).send(any(), any(), any());
        verifyNoMoreInteractions(mail);
    }

    @Test
    void tellsNobodyIfItCannotSave() {
        doThrow(new IllegalStateException("full")).when(store).save(any());

        assertThatThrownBy(() -> orders.place("ada", List.of("pen"))).hasMessage("full");

        verify(mail, never()).send(any(), any(), any());
    }

    @Test
    void sumsUpACustomersOrders() {
        Order one = new Order("ada", LocalDate.MIN).add("pen", 2, BigDecimal.ONE);
        Order other = mock(Order.class);
        when(other.total()).thenReturn(new BigDecimal("40"));
        when(store.of("ada")).thenReturn(List.of(one, other));

        assertThat(orders.turnover("ada")).isEqualByComparingTo("42");

        verify(store, times(1)).of("ada");
        verify(other).total();
    }

    static class Orders {

        private final Order.Store store;
        private final Order.Mail mail;
        private final Clock clock;

        Orders(Order.Store store, Order.Mail mail, Clock clock) {
            this.store = store;
            this.mail = mail;
            this.clock = clock;
        }

        long place(String customer, List<String> articles) {
            Order order = new Order(customer, LocalDate.now(clock));
            articles.forEach(article -> order.add(article, 1, BigDecimal.TEN));
            long id = store.save(order);
            mail.send(customer, "Your order " + id, "We got your order of " + order.total() + " EUR.");
            return id;
        }

        BigDecimal turnover(String customer) {
            return store.of(customer).stream().map(Order::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
