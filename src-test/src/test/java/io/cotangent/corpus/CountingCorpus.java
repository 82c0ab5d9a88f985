package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Whole numbers that count along with loops, and elements that are added to. */
final class CountingCorpus {

  private CountingCorpus() {}

  @Differentiable
  static double packedTriangle(double[] packed, double[] x) {
    double sum = 0;
    int at = 0;
    for (int column = 0; column < x.length; column++) {
      for (int row = column + 1; row < x.length; row++) {
        sum += packed[at] * x[column] * x[row];
        at++;
      }
    }
    return sum * at;
  }

  @Differentiable
  static double rowMajor(double[] matrix, double[] x) {
    double sum = 1;
    int at = 0;
    for (int i = 0; i < matrix.length / x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        sum *= 1 + matrix[at++] * x[j];
      }
    }
    return sum + at;
  }

  @Differentiable
  static double strided(double[] a, int start, int stride, int n) {
    double product = 1;
    int at = start;
    for (int i = 0; i < n; i++) {
      product *= a[at];
      at += stride;
    }
    return product * (at + 1);
  }

  @Differentiable
  static double backwards(double[] a) {
    double product = 1;
    int at = 0;
    int taken = 5;
    for (int i = a.length - 1; i >= 0; i--) {
      product *= a[i] + a[at] * taken;
      at = at + 1;
      taken -= 2;
    }
    return product + taken * a[0];
  }

  @Differentiable
  static double inclusive(double x, int n) {
    double sum = x;
    int weight = -4;
    for (int i = 2; i <= n; i++) {
      sum = sum * x + weight;
      weight = 3 + weight;
    }
    return sum * weight;
  }

  /** Counters that change by what the index tells, up and down, and wrap around. */
  @Differentiable
  static double uneven(double[] a, int n) {
    double product = 1;
    int at = 0;
    int down = Integer.MIN_VALUE + 3;
    long weight = 1L << 62;
    for (int i = n; i > 0; i--) {
      product = Math.sin(product * a[at % a.length] + weight * 0x1p-62 + down * 0x1p-31);
      at += i * i + (i < a.length ? a.length - i : 0);
      down = down - (i & 3) - a.length;
      weight = i * 123_456_789_123_456_789L + weight;
    }
    return product * (1 + a[at % a.length] + down * 0x1p-31 + weight * 0x1p-62);
  }

  /** The counter's change is not known where it is taken back. */
  @Differentiable
  static double unknownChange(double[] a) {
    double product = 1;
    int at = 0;
    int twice = 1;
    int[] steps = new int[a.length];
    for (int i = 0; i < a.length; i++) {
      product = Math.sin(product * a[at] + twice);
      steps[i] = a[i] > 0 ? 1 : 0;
      at += steps[i];
      twice += twice;
      steps[i] = 7;
    }
    return product * at * twice;
  }

  @Differentiable
  static double accumulated(double[] a, double[] b) {
    double[] sums = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sums[j] = b[i] * a[j] + sums[j] - a[i];
        sums[i] += sums[j] * b[j];
      }
    }
    double product = 1;
    for (int i = 0; i < a.length; i++) {
      product *= 1 + sums[i] * sums[i];
    }
    return product;
  }

  /** The element read again is not the one that is added to where i is 0. */
  @Differentiable
  static double writtenBetween(double[] a) {
    double[] x = a.clone();
    for (int i = 0; i < a.length; i++) {
      double before = x[i];
      x[0] = 2 * x[0] * a[i];
      x[i] = before + a[0] * before;
      x[i] += x[i];
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += x[i] * x[i];
    }
    return sum;
  }

  @Differentiable
  static double[] parameterAddedTo(double[] a, double x) {
    for (int i = 0; i < a.length; i++) {
      a[i] += x * x;
      a[i] -= a[0] * x;
    }
    return new double[] {a[0] * x, a[a.length - 1] * a[0]};
  }

  @Differentiable
  static double indexOverflows(double x) {
    double sum = 1;
    for (int i = 1; i < 2_100_000_000; i += 1_000_000_000) {
      sum = Math.sin(sum * x + i * 1e-9);
    }
    return sum;
  }

  @Differentiable
  static double indexFromTheLeastNumber(double x) {
    double product = 1;
    for (int i = Integer.MIN_VALUE; i < Integer.MIN_VALUE + 3; i++) {
      product = Math.sin(product * x + i * 1e-9);
    }
    return product;
  }

  @Differentiable
  static double upFrom(double x, int from, int to) {
    double s = x;
    for (int i = from; i < to; i++) {
      s = Math.sin(s * x) + (i & 7);
    }
    return s;
  }

  @Differentiable
  static double downFrom(double x, int from, int to) {
    double s = x;
    for (int i = from; i > to; i--) {
      s = Math.sin(s * x) + (i & 7);
    }
    return s;
  }

  @Differentiable
  static double downTo(double x, long from, long to) {
    double s = x;
    for (long i = from; i >= to; i--) {
      s = Math.sin(s * x) + (i & 7);
    }
    return s;
  }

  @Differentiable
  static double upTo(double x, int n) {
    double s = x;
    for (int i = 0; i < n; i++) {
      s = Math.sin(s * x) + i;
    }
    return s;
  }
}
