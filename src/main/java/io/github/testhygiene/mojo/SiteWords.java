package io.github.testhygiene.mojo;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the site's page, in the site's language where there is a translation, else in English. */
final class SiteWords {

    private final ResourceBundle bundle;

    SiteWords(Locale locale) {
        // Without a fallback to the language of the machine, which is not the site's.
        this.bundle = ResourceBundle.getBundle(
                "test-hygiene-report",
                locale,
                SiteWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(String key) {
        return bundle.getString(key);
    }

    String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
