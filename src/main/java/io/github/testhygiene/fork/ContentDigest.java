package io.github.testhygiene.fork;

/** Numbers that stand for contents: equal for equal contents, and as good as never for others. */
final class ContentDigest {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private ContentDigest() {}

    static long of(String text) {
        long digest = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            digest = (digest ^ text.charAt(i)) * FNV_PRIME;
        }
        return spread(digest);
    }

    /** Of two things in their order. */
    static long of(long first, long second) {
        return spread(first * FNV_PRIME + spread(second));
    }

    private static long spread(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
