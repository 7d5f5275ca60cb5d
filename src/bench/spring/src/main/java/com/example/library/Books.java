package com.example.library;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Books extends JpaRepository<Book, Long> {

    List<Book> findByAuthorOrderByTitle(String author);
}
