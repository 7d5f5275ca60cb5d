package com.example.shop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds products by the beginning of their name, once somebody has loaded them. */
public final class SearchIndex {

    private static List<String> skus = List.of();

    private SearchIndex() {}

    public static void load(Collection<String> all) {
        skus = new ArrayList<>(all);
    }

    public static List<String> find(String beginning) {
        return skus.stream().filter(sku -> sku.startsWith(beginning)).toList();
    }
}
