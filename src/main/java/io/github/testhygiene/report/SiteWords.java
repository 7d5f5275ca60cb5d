package io.github.testhygiene.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the site's page, in the site's language where there is a translation, else in English. */
public final class SiteWords {

    private final ResourceBundle bundle;

    /**
     * Finds the words.
     *
     * @param locale the site's language
     */
    public SiteWords(Locale locale) {
        // Without a fallback to the language of the machine, which is not the site's.
        this.bundle = ResourceBundle.getBundle(
                "test-hygiene-report",
                locale,
                SiteWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * Returns a text.
     *
     * @param key its name in the bundle
     */
    public String of(String key) {
        return bundle.getString(key);
    }

    /**
     * Returns a text that holds values.
     *
     * @param key its name in the bundle
     * @param values what stands in its places
     */
    public String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
