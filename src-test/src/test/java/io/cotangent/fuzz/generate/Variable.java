package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Type;

/**
 * A variable in scope.
 *
 * @param rows the length of a matrix
 * @param length the length of an array, or of a matrix's rows
 * @param assignable whether statements may assign to it
 * @param below for a counter that is never negative, what it stays below; otherwise 0
 */
record Variable(Type type, String name, int rows, int length, boolean assignable, int below) {
  static Variable scalar(Type type, String name, boolean assignable) {
    return new Variable(type, name, 0, 0, assignable, 0);
  }

  static Variable counter(Type type, String name, int below) {
    return new Variable(type, name, 0, 0, false, below);
  }

  Expr.Local read() {
    return new Expr.Local(type, name);
  }

  /** Whether a reference to the same kind and shape of array may take its place. */
  boolean sameShape(Variable other) {
    return type.equals(other.type) && rows == other.rows && length == other.length;
  }
}
