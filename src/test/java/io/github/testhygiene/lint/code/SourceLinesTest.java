package io.github.testhygiene.lint.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where code was written, by what Kotlin says of the functions that it has copied. */
class SourceLinesTest {

    private static final String MAP = """
            SMAP
            MockedIT.kt
            Kotlin
            *S Kotlin
            *F
            + 1 MockedIT.kt
            com/example/shop/MockedIT
            *L
            1#1,67:1
            37#2,8:68
            *S KotlinDebug
            *F
            + 1 MockedIT.kt
            com/example/shop/MockedIT
            *L
            25#1:68,8
            31#1:76
            40#1,3:80,2
            *E
            """;

    private final SourceLines lines = new SourceLines(MAP);

    @Test
    void whatIsWrittenInTheFileStaysWhereItIs() {
        assertThat(lines.line(25)).isEqualTo(25);
        assertThat(lines.line(67)).isEqualTo(67);
    }

    @Test
    void whatIsCopiedStandsWhereItIsCopiedTo() {
        assertThat(lines.line(68)).isEqualTo(25);
        assertThat(lines.line(75)).isEqualTo(25);
        assertThat(lines.line(76)).isEqualTo(31);
    }

    @Test
    void severalLinesMayBeCopiedToAsMany() {
        assertThat(lines.line(81)).isEqualTo(40);
        assertThat(lines.line(82)).isEqualTo(41);
        assertThat(lines.line(85)).isEqualTo(42);
    }

    @Test
    void aNumberThatNoCopyHasIsKept() {
        assertThat(lines.line(77)).isEqualTo(77);
        assertThat(lines.line(86)).isEqualTo(86);
    }

    @Test
    void withoutAMapEveryLineIsItself() {
        assertThat(new SourceLines(null).line(300)).isEqualTo(300);
        assertThat(new SourceLines("SMAP\n*S Groovy\n*L\n1:300\n*E").line(300)).isEqualTo(300);
    }
}
