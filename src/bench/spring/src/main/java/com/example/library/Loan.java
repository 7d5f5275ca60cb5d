package com.example.library;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

@Entity
public class Loan {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    private Book book;

    private String reader;
    private LocalDate due;

    protected Loan() {}

    public Loan(Book book, String reader, LocalDate due) {
        this.book = book;
        this.reader = reader;
        this.due = due;
    }

    public Book book() {
        return book;
    }

    public void extendBy(int days) {
        due = due.plusDays(days);
    }

    public LocalDate due() {
        return due;
    }
}
