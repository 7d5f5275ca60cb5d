package com.example.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@Transactional
class DeskIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Autowired
    private Desk desk;

    @Autowired
    private Books books;

    @Autowired
    private Loans loans;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void lendsForFourWeeks() {
        Loan loan = desk.lend(books.save(new Book("Emma", "Austen")), "ada", DAY);

        assertThat(loan.due()).isEqualTo(LocalDate.of(2026, 12, 20));
    }

    @Test
    void lendsNobodyAFourthBook() {
        Book book = books.save(new Book("Emma", "Austen"));
        for (int i = 0; i < 3; i++) {
            desk.lend(book, "ada", DAY);
        }

        assertThatIllegalStateException().isThrownBy(() -> desk.lend(book, "ada", DAY));
        assertThat(loans.countByReader("ada")).isEqualTo(3);
    }

    @Test
    void writesDownWhoHasABook() {
        desk.lend(books.save(new Book("Emma", "Austen")), "grace", DAY);
        loans.flush();

        assertThat(jdbc.queryForList("SELECT reader FROM loan", String.class)).containsExactly("grace");
    }

    @Test
    void hasTheTablesOfTheEntities() {
        assertThat(jdbc.queryForObject("SELECT to_regclass('loan') IS NOT NULL", Boolean.class)).isTrue();
    }
}
