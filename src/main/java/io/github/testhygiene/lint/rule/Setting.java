package io.github.testhygiene.lint.rule;

import java.util.Objects;

/**
 * A setting in a file.
 *
 * @param key its name, with the names around it before it
 * @param value its value, without quotes
 * @param line where, from 1
 * @param profile the profile that it is for, as its file says within; empty if it is for all
 */
record Setting(String key, String value, int line, String profile) {

    Setting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(profile, "profile");
    }
}
