package io.cotangent.corpus;

/** The arguments of one corpus point, with short typed accessors for the oracles. */
record Args(Object... values) {

  /** The scalar argument number {@code index}, whatever its primitive type. */
  double d(int index) {
    return ((Number) values[index]).doubleValue();
  }

  /** The integral argument number {@code index}. */
  int n(int index) {
    return ((Number) values[index]).intValue();
  }

  /** The boolean argument number {@code index}. */
  boolean b(int index) {
    return (Boolean) values[index];
  }

  /** The {@code double[]} argument number {@code index}. */
  double[] v(int index) {
    return (double[]) values[index];
  }

  /** The {@code double[][]} argument number {@code index}. */
  double[][] m(int index) {
    return (double[][]) values[index];
  }

  /** The partials of a scalar result, as oracles return them. */
  static double[] row(double... partials) {
    return partials;
  }
}
