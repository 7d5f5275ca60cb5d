package com.example.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

/** Every test works in a transaction that Spring rolls back. */
@SpringBootTest
@Transactional
class BooksIT {

    @Autowired
    private Books books;

    @Test
    void areNoneAtFirst() {
        assertThat(books.count()).isZero();
    }

    @Test
    void areFoundByAuthor() {
        books.saveAll(List.of(new Book("Emma", "Austen"), new Book("Persuasion", "Austen"), new Book("Walden", "Thoreau")));

        assertThat(books.findByAuthorOrderByTitle("Austen")).extracting(Book::title).containsExactly("Emma", "Persuasion");
    }

    @Test
    void areGoneWhenDeleted() {
        Book book = books.save(new Book("Emma", "Austen"));

        books.delete(book);

        assertThat(books.findByAuthorOrderByTitle("Austen")).isEmpty();
    }
}
