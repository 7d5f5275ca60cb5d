package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import java.util.Optional;

/** The class around all others. */
final class TopLevelClass {

    private TopLevelClass() {}

    /** The class itself if it is not nested. */
    static ClassFile find(ClassIndex index, ClassFile file) {
        ClassFile top = file;
        Optional<ClassFile> outer = Optional.of(file);
        while (outer.isPresent()) {
            top = outer.get();
            outer = Optional.ofNullable(top.outer()).flatMap(index::find);
        }
        return top;
    }
}
