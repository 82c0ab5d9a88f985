package io.cotangent;

import java.util.List;

/**
 * A matrix that is said to be the derivative of a function at a point.
 *
 * @param point where
 * @param function what the rows of the matrix are derivatives of, from copies of the arguments
 * @param matrix one row for each result, one column for each number of the point
 * @param rows what messages call the results
 * @param columns what messages call the numbers
 * @param precision the type the function computes in
 */
record Claim(
    Point point,
    Call function,
    double[][] matrix,
    List<String> rows,
    List<String> columns,
    Precision precision) {

  /** A method of any number of arguments. */
  @FunctionalInterface
  interface Call {
    Object on(Object[] arguments) throws Exception;
  }

  /** The results as numbers; none if the method threw. */
  double[] results(Object[] arguments) {
    try {
      return Numbers.of(List.of(function.on(arguments)));
    } catch (Exception e) {
      return new double[0];
    }
  }

  /** The claimed derivative of a result in a direction. */
  double inner(int row, double[] direction) {
    double sum = 0;
    for (int i = 0; i < direction.length; i++) {
      sum += matrix[row][i] * direction[i];
    }
    return sum;
  }

  /** The size of the terms of {@link #inner}. */
  double innerSize(int row, double[] direction) {
    double sum = 0;
    for (int i = 0; i < direction.length; i++) {
      sum += Math.abs(matrix[row][i] * direction[i]);
    }
    return sum;
  }
}
