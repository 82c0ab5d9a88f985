package io.cotangent.corpus;

/** Methods without an annotation, in another file than their callers. */
final class CallTargets {

  static final double WEIGHT = 0.75;

  private CallTargets() {}

  static double cube(double x) {
    return x * x * x;
  }

  static double dot(double[] a, double[] b) {
    double r = 0;
    for (int i = 0; i < a.length; i++) {
      r += a[i] * b[i];
    }
    return r;
  }

  static void addTo(double[] target, double x) {
    for (int i = 0; i < target.length; i++) {
      target[i] += x * WEIGHT;
    }
  }

  static double[] scaled(double[] v, double factor) {
    double[] result = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      result[i] = hidden(v[i], factor);
    }
    return result;
  }

  private static double hidden(double x, double factor) {
    return x * factor;
  }

  static double pick(double x) {
    return 2 * x;
  }

  static double pick(float x) {
    return 3 * x;
  }

  static double pick(int x) {
    return 5.0 * x;
  }

  static double pick(double[] x) {
    return 7 * x[0];
  }

  static double pick(double x, int k) {
    return k * x * x;
  }

  static double firstPositive(double[] v) {
    for (double each : v) {
      if (each > 0) {
        return each * each;
      }
    }
    return 1;
  }

  static int countPositive(double[] v) {
    int count = 0;
    for (double each : v) {
      if (each > 0) {
        count++;
      }
    }
    return count;
  }

  static boolean isLarge(double x) {
    return x > 2;
  }

  static double checked(double x) {
    if (x < 0) {
      throw new IllegalArgumentException("negative");
    }
    return Math.sqrt(x);
  }

  /** A nested class with a method of the same name as its outer class has. */
  static final class Inner {

    private Inner() {}

    static double cube(double x) {
      return 2 * CallTargets.cube(x);
    }
  }
}
