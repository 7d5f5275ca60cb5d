package com.example;

/** What all stories have in common. */
@InSteps
abstract class Story {

    final Cart cart = new Cart(getClass().getSimpleName());
}
