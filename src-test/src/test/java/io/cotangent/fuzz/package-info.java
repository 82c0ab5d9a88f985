/**
 * Random programs through the compiler: {@code generate} makes them, {@code interpret} says what
 * their derivatives are, this package compiles them with the processor and compares.
 */
package io.cotangent.fuzz;
