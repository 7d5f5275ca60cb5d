package io.github.testhygiene.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport.Project;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.report.SampleReports;
import java.net.URI;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SourcePlaceTest {

    private static SourcePlace place(String folder, String file, Integer line) {
        Finding finding =
                SampleReports.finding("victim", Severity.ERROR, "A", "a", "m").at(file, line);
        return SourcePlace.of(new Project("g", "a", "1", folder), finding);
    }

    @Example
    void aPathStartsAtTheRootOfTheCheckout() {
        assertThat(place("back/shop", "src/A.java", 3)).isEqualTo(new SourcePlace("back/shop/src/A.java", 3, true));
        assertThat(place("", "src/A.java", null)).isEqualTo(new SourcePlace("src/A.java", null, true));
        assertThat(place(null, "src/A.java", 3)).isEqualTo(new SourcePlace("src/A.java", 3, false));
        assertThat(place("back/shop", "../common/./A.java", 3).path()).isEqualTo("back/common/A.java");
    }

    @Example
    void withoutAFileItIsThePom() {
        assertThat(place("shop", null, 3)).isEqualTo(new SourcePlace("shop/pom.xml", null, true));
        assertThat(place("", null, null).path()).isEqualTo("pom.xml");
    }

    @Example
    void whatAUriCannotHoldIsEncoded() {
        assertThat(place("a b", "src/é:%?#.java", 1).uri()).isEqualTo("a%20b/src/%C3%A9%3A%25%3F%23.java");
    }

    @Property
    void anyPathIsARelativeUri(@ForAll String folder, @ForAll String file) {
        URI uri = URI.create(place(folder, file, 1).uri());

        assertThat(uri.isAbsolute()).isFalse();
        assertThat(uri.getRawPath()).doesNotStartWith("/").isNotEmpty();
        assertThat(uri.getRawQuery()).isNull();
        assertThat(uri.getRawFragment()).isNull();
    }
}
