package io.cotangent.fuzz.interpret;

/**
 * Derivatives of some outputs: a row for each, a column for each input.
 *
 * @param scales what errors are relative to, entry by entry
 */
public record Block(double[][] partials, double[][] scales) {
  /** Adds {@code seeds} times the rows to a vector, and the magnitudes of the terms to another. */
  public void pullBack(double[] seeds, double[] sums, double[] magnitudes) {
    for (int row = 0; row < partials.length; row++) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += seeds[row] * partials[row][i];
        magnitudes[i] += Math.abs(seeds[row]) * scales[row][i];
      }
    }
  }

  /** The product of each row with a tangent. */
  public double[] pushForward(double[] tangent) {
    return product(partials, tangent);
  }

  /** The magnitude of the terms of {@link #pushForward}. */
  public double[] magnitudes(double[] tangent) {
    double[] absolute = tangent.clone();
    for (int i = 0; i < absolute.length; i++) {
      absolute[i] = Math.abs(absolute[i]);
    }
    return product(scales, absolute);
  }

  private static double[] product(double[][] matrix, double[] vector) {
    double[] result = new double[matrix.length];
    for (int row = 0; row < matrix.length; row++) {
      for (int i = 0; i < vector.length; i++) {
        result[row] += matrix[row][i] * vector[i];
      }
    }
    return result;
  }
}
