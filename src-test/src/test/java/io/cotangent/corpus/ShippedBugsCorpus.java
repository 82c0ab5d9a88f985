package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** What other tools got wrong in a release, one method or more for each. */
final class ShippedBugsCorpus {

  private ShippedBugsCorpus() {}

  /** The break was dropped from the reverse sweep, which then ran all iterations. */
  @SuppressWarnings("cotangent")
  @Differentiable
  static double breakDropped(double[] v, double limit) {
    double s = 0;
    for (int i = 0; i < v.length; i++) {
      s += v[i] * v[i];
      if (s > limit) {
        s *= 2;
        break;
      }
      s *= v[i];
    }
    return s;
  }

  @Differentiable
  static double conditionEffectRunsOnceMore(double x, int[] calls) {
    double r = x;
    while (calls[0]++ < 3) {
      r *= x + calls[0];
    }
    return r * calls[0];
  }

  /** The divisor was inlined from a variable of a later iteration. */
  @Differentiable
  static double divisorInlined(double x, double[] d) {
    double r = x;
    for (int i = 0; i < d.length; i++) {
      double divisor = d[i] * r;
      r = (r + 1) / divisor;
      divisor = 0;
      r += divisor;
    }
    return r;
  }

  /** An accumulator that starts at a constant and becomes active. */
  @Differentiable
  static double constantAccumulator(double[] x) {
    double r = 0;
    double weight = 1;
    for (int i = 0; i < x.length; i++) {
      r += x[i] * weight;
      weight = 0.5;
    }
    return r;
  }

  @Differentiable
  static double accumulatorReset(double[][] m) {
    double total = 0;
    double row = 0;
    for (int i = 0; i < m.length; i++) {
      row = 0;
      for (int j = 0; j < m[i].length; j++) {
        row += m[i][j] * m[i][j];
      }
      total += row * (i + 1);
    }
    return total + row;
  }

  /** A local that keeps its value from the previous iteration on some paths. */
  @Differentiable
  static double staleLocal(double[] v) {
    double last = 1;
    double r = 0;
    for (double each : v) {
      if (each > 0) {
        last = each * each;
      }
      r += last * each;
    }
    return r;
  }

  @Differentiable
  static double callOnTemporary(double x) {
    return CallTargets.scaled(new double[] {x, x * x}, x)[1]
        + CallTargets.dot(new double[] {x}, CallTargets.scaled(new double[] {3}, x));
  }

  @Differentiable
  static double swapLoop(double x, double y) {
    double t;
    for (int i = 0; i < 3; i++) {
      t = x;
      x = y;
      y = t;
    }
    return x * x * y;
  }

  @Differentiable
  static double guardedTernaries(double x) {
    return x < 0 ? -1 / x : x == 0 ? 0 : x > 10 ? Math.log(x) : Math.sqrt(x) / x;
  }

  /** The branch not taken would be NaN in value and derivative. */
  @Differentiable
  static double nanInOtherBranch(double[] v) {
    double r = 0;
    for (double each : v) {
      double safe = each > 0 ? each : 1;
      r += each > 0 ? Math.log(safe) * each : 0;
    }
    return r;
  }

  @Differentiable
  static double floatLoopCounter(double x) {
    double r = 1;
    for (float f = 0.1f; f <= 1f; f += 0.1f) {
      r += f * x * r;
    }
    return r;
  }

  @SuppressWarnings("lossy-conversions")
  @Differentiable
  static double silentlyCut(double x) {
    int i = 1;
    double r = x;
    for (int k = 0; k < 3; k++) {
      i += 1.9;
      i *= x;
      r += i * x;
    }
    return r;
  }

  @Differentiable
  static double rowsSharedBetweenMatrices(double x, double y) {
    double[] row = {x, y};
    double[][] a = {row, {1, 2}};
    double[][] b = {{3, 4}, row};
    a[0][0] *= y;
    b[1][1] += a[0][0];
    return a[0][1] * b[1][0] + a[1][0] * b[0][1];
  }

  /** One buffer for all iterations; part of it is left over from the previous one. */
  @Differentiable
  static double bufferReused(double[][] rows) {
    double[] buffer = new double[3];
    double r = 0;
    for (double[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        buffer[j] = row[j] * row[j];
      }
      for (double each : buffer) {
        r += each * r * 0.1 + each;
      }
    }
    return r;
  }

  /** A buffer allocated inside the loop and escaping into a table. */
  @Differentiable
  static double bufferEscapes(double x, int n) {
    double[][] history = new double[n + 1][];
    history[0] = new double[] {x, 1};
    for (int i = 1; i <= n; i++) {
      double[] next = history[i - 1].clone();
      next[0] = next[0] * next[1];
      next[1] = next[1] + x * 0.1;
      history[i] = next;
    }
    return history[n][0] * history[n / 2][1];
  }

  @Differentiable
  static double parameterCalledValue(double value) {
    double tape = value * value;
    double xBar = tape + value;
    double t1 = xBar * tape;
    double seed = t1 - xBar;
    double i = seed * t1;
    return i * value;
  }

  @Differentiable
  static double awkwardParameters(double hashCode, double toString, double clone, double self) {
    return hashCode * toString + clone * clone * self;
  }

  /** Elements overwritten by compound assignment are read again afterwards. */
  @Differentiable
  static double overwrittenElementRead(double[] v) {
    double[] a = v.clone();
    double first = Math.exp(a[0]);
    a[0] *= a[1];
    double second = Math.exp(a[0]);
    a[1] = a[0] * second;
    return first * second + Math.sin(a[1]);
  }

  @Differentiable
  static double selfAssignment(double x) {
    double y = x * x;
    y = y;
    double[] a = {y};
    a[0] = a[0];
    a[0] += a[0];
    a[0] *= a[0];
    return a[0] - y;
  }

  /** Dead code before and after, and a result that does not depend on the loop at all. */
  @Differentiable
  static double deadLoop(double x) {
    double unused = 1;
    for (int i = 0; i < 5; i++) {
      unused *= x;
    }
    double r = x * x;
    unused = r;
    return r;
  }

  @Differentiable
  static double powAtZeroInBranch(double x, double y) {
    double p = x == 0 ? 0 : Math.pow(x, y);
    return p + y * x;
  }

  /** Deep nesting: four loops, a label and a return. */
  @Differentiable
  static double deepNesting(double x) {
    double r = x;
    outer:
    for (int i = 0; i < 3; i++) {
      int j = 0;
      while (j < 3) {
        j++;
        int k = 0;
        do {
          for (double t = 0; t < 1; t += 0.5) {
            r = r * 0.75 + x * t;
            if (r > 2.5) continue outer;
            if (r < -2.5) return r * x;
          }
          if (k == j) break;
        } while (k++ < 2);
        r += 0.1 * i;
      }
    }
    return r * r;
  }

  /** Long straight-line code, which must not exceed what the JVM accepts or compiles. */
  @Differentiable
  static double longStraightLine(double x) {
    double a = x, b = x + 1, c = x * 2, d = 1;
    d = a * b + c;
    c = d * a - b;
    b = c * 0.5 + a;
    a = b * 0.1 - d * 0.2;
    d = a * b + c;
    c = d * a - b;
    b = c * 0.5 + a;
    a = b * 0.1 - d * 0.2;
    d = a * b + c;
    c = d * a - b;
    b = c * 0.5 + a;
    a = b * 0.1 - d * 0.2;
    d = a * b + c;
    c = d * a - b;
    b = c * 0.5 + a;
    a = b * 0.1 - d * 0.2;
    d = a * b + c;
    c = d * a - b;
    b = c * 0.5 + a;
    a = b * 0.1 - d * 0.2;
    d = Math.sin(a * b + c);
    c = d * a - b;
    b = Math.cos(c) * 0.5;
    a = b * 0.1 - d * 0.2;
    d = Math.sin(a * b + c);
    c = d * a - b;
    b = Math.cos(c) * 0.5;
    a = b * 0.1 - d * 0.2;
    d = Math.sin(a * b + c);
    c = d * a - b;
    b = Math.cos(c) * 0.5;
    a = b * 0.1 - d * 0.2;
    return a + b * c + d;
  }
}
