package io.github.testhygiene;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * No class keeps anything that changes in a static field: builds of one JVM ({@code -T}, mvnd, an IDE) would share it.
 */
class StaticStateTest {

    private static final List<String> IMMUTABLE = List.of(
            "java.util.ImmutableCollections$",
            "java.util.Collections$Unmodifiable",
            "java.util.Collections$Empty",
            "java.util.Collections$Singleton");

    private static final List<JavaField> STATIC_FIELDS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.github.testhygiene").stream()
                    // What JUnit creates in the tests' own JVM, which is not Maven's, has no other way to find the
                    // session.
                    .filter(each -> !each.getPackageName().endsWith(".fork"))
                    .filter(each -> !each.getPackageName().endsWith(".report.templates"))
                    .map(JavaClass::getFields)
                    .flatMap(Set::stream)
                    .filter(each -> each.getModifiers().contains(JavaModifier.STATIC))
                    .filter(each -> !each.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .toList();

    @Test
    void staticFieldsAreFinal() {
        assertThat(STATIC_FIELDS).hasSizeGreaterThan(100).allSatisfy(each -> assertThat(each.getModifiers())
                .as(each.getFullName())
                .contains(JavaModifier.FINAL));
    }

    @Test
    void noStaticFieldHoldsWhatThreadsShare() {
        assertThat(STATIC_FIELDS)
                .filteredOn(each -> each.getRawType().getPackageName().startsWith("java.util.concurrent")
                        || each.getRawType().isAssignableTo(ThreadLocal.class))
                .filteredOn(each -> !each.getRawType().isEnum())
                .extracting(JavaField::getFullName)
                .isEmpty();
    }

    @Test
    void staticCollectionsCannotBeChanged() {
        assertThat(STATIC_FIELDS)
                .filteredOn(each -> each.getRawType().isAssignableTo(Collection.class)
                        || each.getRawType().isAssignableTo(Map.class))
                .hasSizeGreaterThan(50)
                .allSatisfy(each -> assertThat(valueOf(each).getClass().getName())
                        .as(each.getFullName())
                        .satisfies(name -> assertThat(IMMUTABLE).anyMatch(name::startsWith)));
    }

    @Test
    void noStaticArrayHoldsMoreThanConstants() {
        assertThat(STATIC_FIELDS)
                .filteredOn(each -> each.getRawType().isArray())
                .filteredOn(each -> !each.getModifiers().contains(JavaModifier.PRIVATE))
                .extracting(JavaField::getFullName)
                .isEmpty();
    }

    private static Object valueOf(JavaField field) {
        try {
            java.lang.reflect.Field reflected = field.reflect();
            reflected.setAccessible(true);
            return reflected.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.getFullName(), e);
        }
    }
}
