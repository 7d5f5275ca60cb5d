package io.github.testhygiene.fork;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Describes values by their structure: the project's own objects field by field, the JDK's containers by their contents,
 * everything else by its class. Calls no method that the project has written.
 */
final class ValueReader {

    private static final int DEEPEST = 8;
    private static final int MOST_VALUES = 50_000;

    private final Predicate<Class<?>> own;
    private final Function<ThreadLocal<?>, @Nullable Object> inThread;
    private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());
    private int seen;

    /**
     * For one thread.
     *
     * @param own the project's own classes
     * @param inThread what the tests' thread has in a thread-local; null if nothing
     */
    ValueReader(Predicate<Class<?>> own, Function<ThreadLocal<?>, @Nullable Object> inThread) {
        this.own = own;
        this.inThread = inThread;
    }

    /**
     * Describes a value.
     *
     * @throws CancellationException if this thread is interrupted
     * @throws RuntimeException if the value cannot be read, as when it is changed just now
     */
    ValueDescription read(@Nullable Object value) {
        seen = 0;
        path.clear();
        String text = new ValueSummary(this).text(value);
        boolean opaque = value != null && isOpaque(value);
        return new ValueDescription(
                text, digest(value), opaque ? System.identityHashCode(value) : 0, kind(value, opaque));
    }

    private ValueDescription.Kind kind(@Nullable Object value, boolean opaque) {
        if (value == null || isZero(value)) {
            return ValueDescription.Kind.EMPTY;
        } else if (opaque) {
            return ValueDescription.Kind.OPAQUE;
        } else if (PlainValues.isImmutable(value)) {
            return ValueDescription.Kind.IMMUTABLE;
        }
        Optional<Collection<?>> contents = contents(value);
        boolean empty = contents.filter(Collection::isEmpty).isPresent() && !isOwn(value.getClass());
        return empty ? ValueDescription.Kind.EMPTY : ValueDescription.Kind.MUTABLE;
    }

    private static boolean isZero(Object value) {
        return Boolean.FALSE.equals(value)
                || (PlainValues.isOfTheJdk(value.getClass())
                        && value instanceof Number number
                        && number.doubleValue() == 0);
    }

    private boolean isOpaque(Object value) {
        return !isOwn(value.getClass())
                && PlainValues.text(value).isEmpty()
                && contents(value).isEmpty();
    }

    private long digest(@Nullable Object value) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        if (value == null) {
            return 0;
        }
        long type = ContentDigest.of(ValueSummary.typeName(value.getClass()));
        Optional<String> plain = PlainValues.text(value);
        if (plain.isPresent()) {
            return ContentDigest.of(type, ContentDigest.of(plain.get()));
        }
        if (path.size() >= DEEPEST || seen++ >= MOST_VALUES || !path.add(value)) {
            return type;
        }
        try {
            long contents = contents(value)
                    .map(each -> isOrdered(value) ? inOrder(each) : inAnyOrder(each))
                    .orElse(0L);
            return ContentDigest.of(ContentDigest.of(type, contents), isOwn(value.getClass()) ? ofFields(value) : 0);
        } finally {
            path.remove(value);
        }
    }

    private long inOrder(Collection<?> contents) {
        long digest = 1;
        for (Object each : contents) {
            digest = ContentDigest.of(digest, ofElement(each));
        }
        return digest;
    }

    private long inAnyOrder(Collection<?> contents) {
        long digest = 1;
        for (Object each : contents) {
            digest += ContentDigest.of(1, ofElement(each));
        }
        return digest;
    }

    private long ofElement(@Nullable Object element) {
        return element instanceof Map.Entry<?, ?> entry && PlainValues.isOfTheJdk(element.getClass())
                ? ContentDigest.of(digest(entry.getKey()), digest(entry.getValue()))
                : digest(element);
    }

    private long ofFields(Object value) {
        long digest = 1;
        for (Map.Entry<String, @Nullable Object> field : fields(value).entrySet()) {
            digest = ContentDigest.of(
                    digest, ContentDigest.of(ContentDigest.of(field.getKey()), digest(field.getValue())));
        }
        return digest;
    }

    /** The instance fields that the project's own classes declare, those of the base class first. */
    Map<String, @Nullable Object> fields(Object value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Class<?> type = value.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            Map<String, @Nullable Object> ofType = new LinkedHashMap<>();
            for (Field field : isOwn(type) ? type.getDeclaredFields() : new Field[0]) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.isSynthetic()
                        && !field.getName().startsWith("$")) {
                    ofType.put(field.getName(), get(field, value));
                }
            }
            ofType.putAll(fields);
            fields = ofType;
        }
        return fields;
    }

    static @Nullable Object get(Field field, @Nullable Object holder) {
        try {
            field.setAccessible(true);
            return field.get(holder);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Proxies and mocks are made by others, though their classes seem to come from the same place. */
    boolean isOwn(Class<?> type) {
        return !type.isArray()
                && !type.isHidden()
                && !type.getName().contains("$$")
                && !type.getName().contains("$MockitoMock$")
                && own.test(type);
    }

    /** What a container holds; empty if it is none, or if asking would call the project's code. */
    Optional<Collection<?>> contents(Object value) {
        if (value instanceof Object[] array) {
            return Optional.of(Arrays.asList(array));
        } else if (value.getClass().isArray()) {
            return Optional.of(boxed(value));
        } else if (value instanceof Map<?, ?> map) {
            return isWrittenByOthers(value, "entrySet") ? Optional.of(map.entrySet()) : Optional.empty();
        } else if (value instanceof Collection<?> collection) {
            return isWrittenByOthers(value, "iterator") ? Optional.of(collection) : Optional.empty();
        }
        return held(value);
    }

    private Optional<Collection<?>> held(Object value) {
        if (value instanceof Optional<?> optional) {
            return Optional.of(optional.map(Collections::singletonList).orElse(Collections.emptyList()));
        } else if (value instanceof ThreadLocal<?> local) {
            return Optional.of(nullable(inThread.apply(local)));
        } else if (value instanceof AtomicReference<?> reference) {
            return Optional.of(nullable(reference.get()));
        } else if (value instanceof AtomicReferenceArray<?> array) {
            Object[] copy = new Object[array.length()];
            Arrays.setAll(copy, array::get);
            return Optional.of(Arrays.asList(copy));
        }
        return Optional.empty();
    }

    private static Collection<?> nullable(@Nullable Object value) {
        return value == null ? Collections.emptyList() : Collections.singletonList(value);
    }

    private static Collection<?> boxed(Object array) {
        Object[] copy = new Object[Array.getLength(array)];
        Arrays.setAll(copy, i -> Array.get(array, i));
        return Arrays.asList(copy);
    }

    private boolean isWrittenByOthers(Object container, String method) {
        try {
            return !own.test(container.getClass().getMethod(method).getDeclaringClass());
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }

    private static boolean isOrdered(Object container) {
        return !(container instanceof Map<?, ?> || container instanceof Set<?>)
                || container instanceof SortedMap<?, ?>
                || container instanceof SortedSet<?>
                || container instanceof LinkedHashMap<?, ?>
                || container instanceof LinkedHashSet<?>;
    }
}
