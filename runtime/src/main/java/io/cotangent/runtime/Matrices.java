package io.cotangent.runtime;

/**
 * New arrays of arrays, the same as {@code new double[rows][columns]} with many rows but quicker:
 * HotSpot calls its runtime for that expression, and takes about five times as long as a loop.
 */
public final class Matrices {
  private Matrices() {}

  /**
   * Zeros.
   *
   * @throws NegativeArraySizeException if a number is negative
   */
  public static double[][] doubles(int rows, int columns) {
    double[][] matrix = new double[rows][];
    double[] first = new double[columns];
    for (int i = 0; i < rows; i++) {
      matrix[i] = i == 0 ? first : new double[columns];
    }
    return matrix;
  }

  /**
   * Zeros.
   *
   * @throws NegativeArraySizeException if a number is negative
   */
  public static double[][][] doubles(int layers, int rows, int columns) {
    double[][][] layered = new double[layers][][];
    double[][] first = doubles(rows, columns);
    for (int i = 0; i < layers; i++) {
      layered[i] = i == 0 ? first : doubles(rows, columns);
    }
    return layered;
  }

  /**
   * Zeros.
   *
   * @throws NegativeArraySizeException if a number is negative
   */
  public static float[][] floats(int rows, int columns) {
    float[][] matrix = new float[rows][];
    float[] first = new float[columns];
    for (int i = 0; i < rows; i++) {
      matrix[i] = i == 0 ? first : new float[columns];
    }
    return matrix;
  }

  /**
   * Zeros.
   *
   * @throws NegativeArraySizeException if a number is negative
   */
  public static int[][] ints(int rows, int columns) {
    int[][] matrix = new int[rows][];
    int[] first = new int[columns];
    for (int i = 0; i < rows; i++) {
      matrix[i] = i == 0 ? first : new int[columns];
    }
    return matrix;
  }
}
