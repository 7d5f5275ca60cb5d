package com.example.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@Transactional
class LoansIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Autowired
    private Books books;

    @Autowired
    private Loans loans;

    @Test
    void areOverdueFromTheDayAfter() {
        loans.save(new Loan(books.save(new Book("Emma", "Austen")), "ada", DAY));

        assertThat(loans.overdueOn(DAY)).isEmpty();
        assertThat(loans.overdueOn(DAY.plusDays(1))).extracting(loan -> loan.book().title()).containsExactly("Emma");
    }

    @Test
    void canBeExtended() {
        Loan loan = loans.save(new Loan(books.save(new Book("Emma", "Austen")), "ada", DAY));

        loan.extendBy(7);
        loans.flush();

        assertThat(loans.overdueOn(DAY.plusDays(1))).isEmpty();
    }

    @Test
    void areCountedByReader() {
        Book book = books.save(new Book("Emma", "Austen"));
        loans.save(new Loan(book, "ada", DAY));
        loans.save(new Loan(book, "grace", DAY));

        assertThat(loans.countByReader("ada")).isEqualTo(1);
    }
}
