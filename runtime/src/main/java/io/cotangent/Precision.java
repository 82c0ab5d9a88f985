package io.cotangent;

/**
 * What can be asked of differences in a floating-point type.
 *
 * @param rounding the relative error of one operation
 * @param tolerance the relative error of a derivative that is allowed unless one says otherwise
 * @param floor a derivative smaller than this, relative to the value, counts as zero
 * @param smallestStep the exponent of two of the smallest step
 */
record Precision(double rounding, double tolerance, double floor, int smallestStep) {
  static final Precision DOUBLE = new Precision(0x1p-53, 1e-6, 1e-6, -32);
  static final Precision FLOAT = new Precision(0x1p-24, 2e-3, 1e-2, -11);

  /** The exponent of two of the largest step. */
  static final int LARGEST_STEP = -5;
}
