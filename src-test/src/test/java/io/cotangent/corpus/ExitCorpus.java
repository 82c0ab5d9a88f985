package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Ways out of a statement: break, continue, labels, early return, throw, assert. */
final class ExitCorpus {

  private ExitCorpus() {}

  @Differentiable
  static double breakInFor(double x, int n) {
    double r = 1;
    for (int i = 0; i < 10; i++) {
      r *= x;
      if (i == n) {
        break;
      }
      r += x;
    }
    return r;
  }

  @Differentiable
  static double breakOnActive(double x) {
    double r = x;
    while (true) {
      r = r * r;
      if (r > 50) break;
      r += x;
    }
    return r;
  }

  @Differentiable
  static double continueInFor(double[] v) {
    double r = 1;
    for (int i = 0; i < v.length; i++) {
      if (v[i] < 0) {
        continue;
      }
      r *= v[i];
    }
    return r;
  }

  /** In a while loop continue skips the rest, and the condition still runs. */
  @Differentiable
  static double continueInWhile(double x, int n) {
    double r = x;
    int i = 0;
    while (i++ < n) {
      r *= x;
      if (i % 3 == 0) {
        continue;
      }
      r += i;
    }
    return r;
  }

  @Differentiable
  static double continueInDo(double x) {
    double r = x;
    int i = 0;
    do {
      if (i == 2) continue;
      r = r * x + i;
    } while (++i < 5);
    return r;
  }

  @Differentiable
  static double continueInForEach(double[][] rows) {
    double r = 0;
    for (double[] row : rows) {
      if (row == null || row.length == 0) {
        continue;
      }
      for (double each : row) {
        if (each > 3) break;
        r += each * each;
      }
      r *= row[0];
    }
    return r;
  }

  @Differentiable
  static double labelledBreak(double x, int k) {
    double r = x;
    outer:
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        r = r * 0.5 + x * j;
        if (i * 4 + j == k) {
          break outer;
        }
      }
      r *= x;
    }
    return r;
  }

  @Differentiable
  static double labelledContinue(double[][] m) {
    double r = 0;
    rows:
    for (int i = 0; i < m.length; i++) {
      double p = 1;
      for (int j = 0; j < m[i].length; j++) {
        if (m[i][j] == 0) {
          r += p;
          continue rows;
        }
        p *= m[i][j];
      }
      r += p * p;
    }
    return r;
  }

  @Differentiable
  static double labelledBlock(double x) {
    double r = x;
    block:
    {
      r *= x;
      if (r > 4) {
        break block;
      }
      r += 3 * x;
    }
    return r * r;
  }

  @Differentiable
  static double labelledIf(double x) {
    double r = x;
    test:
    if (x > 0) {
      r *= 2;
      if (x > 5) break test;
      r *= x;
    }
    return r;
  }

  @Differentiable
  static double returnInLoop(double x, int n) {
    double r = x;
    for (int i = 0; i < 10; i++) {
      r = r * x + i;
      if (i == n) {
        return r * r;
      }
      r += x;
    }
    return r - x;
  }

  @Differentiable
  static double returnInNestedLoops(double[][] m, double limit) {
    double sum = 0;
    for (int i = 0; i < m.length; i++) {
      for (double each : m[i]) {
        sum += each * each;
        while (sum > limit) {
          return sum * i + limit;
        }
      }
      sum *= 2;
    }
    return -sum;
  }

  @Differentiable
  static double manyReturns(double x) {
    if (x < -2) return x;
    double y = x * x;
    if (y < 1) return y;
    y *= x;
    if (y > 8) {
      return y * y;
    }
    if (x > 0) return 5;
    return y - x;
  }

  @Differentiable
  static double returnInDo(double x) {
    double y = x;
    do {
      y *= y;
      if (y > 3) return y + x;
    } while (y > 1);
    return y;
  }

  @Differentiable
  static double returnOfAssignment(double x) {
    double y = x;
    if (x > 1) {
      return y *= y * x;
    }
    return y = 2;
  }

  @Differentiable
  static double codeAfterLoopWithReturn(double[] v) {
    double r = 1;
    for (double each : v) {
      if (each == 7) {
        return r;
      }
      r *= each;
    }
    r += v.length;
    r *= r;
    return r;
  }

  @Differentiable
  static double breakAndContinueMixed(double x) {
    double r = x;
    double s = 0;
    loop:
    for (int i = 0; ; i++) {
      r = r * 1.1 + 0.1;
      int j = 0;
      while (true) {
        j++;
        if (j > i) continue loop;
        if (j == 3) break;
        s += r * x;
        if (s > 40) break loop;
      }
      s -= x;
      if (i > 8) break;
    }
    return s * r;
  }

  @Differentiable
  static double guard(double x) {
    if (x < 0) {
      throw new IllegalArgumentException("negative: " + x);
    }
    return Math.sqrt(x) * x;
  }

  @Differentiable
  static double throwAfterLoop(double x, int n) {
    double r = x;
    for (int i = 0; i < 3; i++) {
      r = Math.sin(r) * r;
      if (i == n) {
        throw new IllegalStateException("stopped at " + i);
      }
    }
    return r;
  }

  @Differentiable
  static double outOfBounds(double[] v, int n) {
    double r = 1;
    for (int i = 0; i < n; i++) {
      r *= v[i];
    }
    return r;
  }

  @Differentiable
  static double asserted(double x, int k) {
    assert k > 0 : "k is " + k;
    double y = x * x;
    assert !Double.isNaN(y);
    return y * k;
  }

  @Differentiable
  static double passiveDivisionByZero(double x, int k) {
    double y = x * x;
    return y * (6 / k);
  }
}
