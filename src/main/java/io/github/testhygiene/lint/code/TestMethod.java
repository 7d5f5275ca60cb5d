package io.github.testhygiene.lint.code;

/**
 * A method of a test class, its own or an inherited one.
 *
 * @param declaring the class that declares it
 * @param method the method
 * @param role when it is executed
 */
public record TestMethod(ClassFile declaring, Method method, Role role) {}
