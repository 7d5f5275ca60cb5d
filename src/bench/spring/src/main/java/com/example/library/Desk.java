package com.example.library;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lends books; nobody has more than three at a time. */
@Service
public class Desk {

    private static final int MOST = 3;

    private final Loans loans;

    public Desk(Loans loans) {
        this.loans = loans;
    }

    @Transactional
    public Loan lend(Book book, String reader, LocalDate day) {
        if (loans.countByReader(reader) >= MOST) {
            throw new IllegalStateException(reader + " has " + MOST + " books");
        }
        return loans.save(new Loan(book, reader, day.plusDays(28)));
    }
}
