package io.cotangent.processor.model;

/**
 * Two things from outside a method that it is differentiated for as two. Each is the path of a leaf
 * or object of a parameter, or Java that reads a static field.
 */
public record Apart(String first, String second) {}
