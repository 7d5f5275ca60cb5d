package com.example.shop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the tests are about stands here as well, for want of a project. */
public class Order {

    public enum State {
        OPEN,
        PAID,
        SENT,
        CANCELLED
    }

    public record Line(String article, int quantity, BigDecimal price) {

        public Line {
            if (quantity <= 0) {
                throw new IllegalArgumentException("quantity " + quantity + " of " + article);
            }
        }

        public BigDecimal total() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }
    }

    public interface Store {

        Order find(long id);

        List<Order> of(String customer);

        long save(Order order);
    }

    public interface Mail {

        void send(String to, String subject, String text);
    }

    private final String customer;
    private final LocalDate placed;
    private final List<Line> lines = new ArrayList<>();
    private State state = State.OPEN;

    public Order(String customer, LocalDate placed) {
        this.customer = Objects.requireNonNull(customer);
        this.placed = placed;
    }

    public Order add(String article, int quantity, BigDecimal price) {
        if (state != State.OPEN) {
            throw new IllegalStateException("the order of " + customer + " is " + state);
        }
        lines.add(new Line(article, quantity, price));
        return this;
    }

    public BigDecimal total() {
        return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public void pay(BigDecimal amount) {
        if (amount.compareTo(total()) < 0) {
            throw new IllegalArgumentException("too little: " + amount);
        }
        state = State.PAID;
    }

    public void cancel() {
        switch (state) {
            case OPEN, PAID -> state = State.CANCELLED;
            case SENT -> throw new IllegalStateException("already sent");
            default -> throw new IllegalStateException("already cancelled");
        }
    }

    public State state() {
        return state;
    }

    public String customer() {
        return customer;
    }

    public LocalDate placed() {
        return placed;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }
}
