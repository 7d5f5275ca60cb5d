package com.example.shop;

/** Something the shop sells. */
public record Product(String sku, String name, int priceInCents) {}
