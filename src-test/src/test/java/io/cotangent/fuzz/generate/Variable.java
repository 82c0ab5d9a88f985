package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Type;

/**
 * A variable in scope, or a field or element of one.
 *
 * @param rows the length of a matrix
 * @param length the length of an array, or of a matrix's rows
 * @param assignable whether statements may assign to it
 * @param below for a counter that is never negative, what it stays below; otherwise 0
 * @param capturable whether functions may use it
 * @param read the expression for it
 */
record Variable(
    Type type,
    String name,
    int rows,
    int length,
    boolean assignable,
    int below,
    boolean capturable,
    Expr read) {
  Variable(Type type, String name, int rows, int length, boolean assignable, int below) {
    this(type, name, rows, length, assignable, below, false, new Expr.Local(type, name));
  }

  static Variable scalar(Type type, String name, boolean assignable) {
    return new Variable(type, name, 0, 0, assignable, 0);
  }

  static Variable counter(Type type, String name, int below) {
    return new Variable(type, name, 0, 0, false, below);
  }

  /** The same, never assigned to. */
  Variable fixed() {
    return new Variable(type, name, rows, length, false, below, true, read);
  }

  /** A part of this one. */
  Variable part(Type partType, String suffix, int partLength, boolean changes, Expr place) {
    return new Variable(partType, name + suffix, 0, partLength, changes, 0, capturable, place);
  }

  /** Whether a reference to the same kind and shape of array may take its place. */
  boolean sameShape(Variable other) {
    return type.equals(other.type) && rows == other.rows && length == other.length;
  }
}
