package com.example.library;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

public interface Loans extends JpaRepository<Loan, Long> {

    @Query("select l from Loan l join fetch l.book where l.due < :day order by l.due")
    List<Loan> overdueOn(LocalDate day);

    long countByReader(String reader);
}
