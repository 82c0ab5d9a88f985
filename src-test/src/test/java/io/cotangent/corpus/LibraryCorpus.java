package io.cotangent.corpus;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Methods of the JDK that move numbers. */
final class LibraryCorpus {
  private LibraryCorpus() {}

  @Differentiable
  static double fill(double x, int n) {
    double[] a = new double[n];
    Arrays.fill(a, x * x);
    a[0] *= x;
    Arrays.fill(a, 1, n - 1, x);
    double sum = 0;
    for (double v : a) {
      sum += v * v;
    }
    return sum;
  }

  @Differentiable
  static double fillRange(double[] a, double x, int from, int to) {
    Arrays.fill(a, from, to, x);
    return a[0] * a[1] + a[2];
  }

  @Differentiable
  static double copyOf(double[] a, int n) {
    double[] copy = Arrays.copyOf(a, n);
    copy[0] = copy[0] * copy[1];
    return copy[0] + 3 * copy[n - 1] + a[0];
  }

  @Differentiable
  static double copyOfRange(double[] a, int from, int to) {
    double[] copy = Arrays.copyOfRange(a, from, to);
    double sum = 0;
    for (int i = 0; i < copy.length; i++) {
      sum += copy[i] * copy[i] * (i + 1);
    }
    return sum;
  }

  @Differentiable
  static double[] arraycopy(double[] a, double[] b, int from, int to, int n) {
    double[] target = b.clone();
    System.arraycopy(a, from, target, to, n);
    target[0] *= a[0];
    return target;
  }

  /** The ranges overlap. */
  @Differentiable
  static double shift(double[] a, int from, int to, int n) {
    System.arraycopy(a, from, a, to, n);
    double product = 1;
    for (double v : a) {
      product = product * v + v;
    }
    return product;
  }

  @Differentiable
  static double rows(double[][] m) {
    double[][] n = Arrays.copyOf(m, m.length);
    double[][] k = new double[2][];
    System.arraycopy(m, 0, k, 0, 2);
    Arrays.fill(n, k[1]);
    n[0][0] *= 2;
    return n[1][0] * m[1][0] + k[0][0];
  }

  @Differentiable
  static float floats(float[] a, float x) {
    float[] b = Arrays.copyOfRange(a, 1, a.length + 1);
    Arrays.fill(b, 0, 1, x);
    System.arraycopy(b, 0, b, 1, b.length - 1);
    return Float.sum(b[0] * b[1], Float.max(b[2], x));
  }

  @Differentiable
  static double wholeNumbers(double[] a, int n) {
    int[] order = new int[n];
    Arrays.fill(order, 1);
    order = Arrays.copyOf(order, n + 1);
    double sum = 0;
    for (int i : order) {
      sum += a[i] * a[i];
    }
    return sum;
  }

  @Differentiable
  static double boxesOfFunctions(double x, double y) {
    return Double.sum(x, y) * Double.max(x, y) - Double.min(x * x, y);
  }

  @Differentiable
  static double interpolated(double[] x, double[] y, double at) {
    int k = Arrays.binarySearch(x, at);
    if (k >= 0) {
      return y[k] * at;
    }
    int right = Math.min(Math.max(-k - 1, 1), x.length - 1);
    double w = (at - x[right - 1]) / (x[right] - x[right - 1]);
    return y[right - 1] * (1 - w) + y[right] * w + Arrays.binarySearch(x, 1, 3, at) * at;
  }

  @Differentiable
  static double boxesOfTexts(String text, double x) {
    List<Double> all = new ArrayList<>();
    all.add(x * x);
    all.add(Double.valueOf(text));
    return all.get(0) * all.get(1) * Integer.valueOf(text);
  }

  @Differentiable
  static double sortedIndices(double[] x) {
    Integer[] order = {0, 1, 2, 3, 4};
    Arrays.sort(order, (a, b) -> Double.compare(x[b], x[a]));
    double sum = 0;
    for (int i = 0; i < order.length; i++) {
      sum += x[order[i]] * x[order[i]] * i;
    }
    return sum;
  }

  @Differentiable
  static double sortedTexts(String[] texts, double x) {
    Arrays.sort(texts, Comparator.comparing(String::length).thenComparing(String::compareTo));
    return x * texts[0].length() * x + texts[1].length() * x;
  }

  @Differentiable
  static double clonedByReference(double[] x) {
    UnaryOperator<double[]> copy = double[]::clone;
    double[] y = copy.apply(x);
    y[0] *= y[1];
    return y[0] * x[0];
  }
}
