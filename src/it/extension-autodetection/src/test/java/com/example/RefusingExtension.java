package com.example;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lies on the class path for Jupiter to find, which it does not do unless it is told to: then every test fails. */
public final class RefusingExtension implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        throw new IllegalStateException("nobody has switched the search for extensions on");
    }
}
