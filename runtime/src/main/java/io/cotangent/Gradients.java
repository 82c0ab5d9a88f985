package io.cotangent;

/** What a differentiated method can say about gradients. Outside of one it computes values only. */
public final class Gradients {
  private Gradients() {}

  /** The number itself. No derivative goes through it, in any mode and of any order. */
  public static double stop(double x) {
    return x;
  }

  /** The number itself. No derivative goes through it, in any mode and of any order. */
  public static float stop(float x) {
    return x;
  }

  /** A copy of the array, through which no derivative goes. */
  public static double[] stop(double[] x) {
    return x.clone();
  }

  /** A copy of the array, through which no derivative goes. */
  public static float[] stop(float[] x) {
    return x.clone();
  }

  /** A copy of the array and its rows, through which no derivative goes. Null rows stay null. */
  @SuppressWarnings("NullAway") // rows that are not there stay away
  public static double[][] stop(double[][] x) {
    double[][] copy = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      copy[i] = x[i] == null ? null : x[i].clone();
    }
    return copy;
  }

  /** A copy of the array and its rows, through which no derivative goes. Null rows stay null. */
  @SuppressWarnings("NullAway") // rows that are not there stay away
  public static float[][] stop(float[][] x) {
    float[][] copy = new float[x.length][];
    for (int i = 0; i < x.length; i++) {
      copy[i] = x[i] == null ? null : x[i].clone();
    }
    return copy;
  }
}
