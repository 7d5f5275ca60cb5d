package com.example.library;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Says nothing about its database: the tests get it from the plugin. */
@SpringBootApplication
public class Library {

    public static void main(String[] arguments) {
        SpringApplication.run(Library.class, arguments);
    }
}
