package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Arrays that the method makes or only reads: any rank, rows, aliases, swaps, updates in place. */
final class ArrayCorpus {

  private ArrayCorpus() {}

  @Differentiable
  static double literal(double x, double y) {
    double[] a = {x, y, x * y, 3};
    return a[0] * a[1] + a[2] * a[3];
  }

  @Differentiable
  static double nestedLiteral(double x) {
    double[][] a = {{x, 1}, {}, {x * x}, null};
    double[] b = new double[] {a[0][0], a[2][0]};
    return a[0][0] * a[2][0] + a.length * b[1] + b.length * a[1].length;
  }

  @Differentiable
  static double sumOfTwoByTwoSquared(double[][] x) {
    double y = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        y += x[i][j];
      }
    }
    return y * y;
  }

  @Differentiable
  static double quadraticForm(double[] x, double[][] a) {
    double r = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        r += x[i] * a[i][j] * x[j];
      }
    }
    return r;
  }

  @Differentiable
  static double localBuffer(double[] v) {
    double[] squares = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      squares[i] = v[i] * v[i];
    }
    double r = 0;
    for (int i = 1; i < v.length; i++) {
      r += squares[i] * squares[i - 1];
    }
    return r;
  }

  /** What is copied in an iteration is overwritten in the next. */
  @Differentiable
  static double copiesOfOneBuffer(double[] x) {
    double[] buffer = {1, 1};
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      buffer[0] = x[k] * 2;
      buffer[1] = k + 1;
      double[] copy = buffer.clone();
      copy[1] *= copy[0] * copy[0];
      sum += copy[1] * copy[1];
    }
    return sum;
  }

  /** The same with numbers that have no derivative. */
  @Differentiable
  static double copiesOfPassiveBuffer(double[] x) {
    double[] buffer = {1, 1};
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      buffer[0] = k + 1;
      double[] copy = buffer.clone();
      copy[1] = copy[0] * x[k];
      sum += copy[1] * copy[1] * copy[0];
    }
    return sum;
  }

  /** Copies of rows that trade places. */
  @Differentiable
  static double copiesOfSwappedRows(double[] x) {
    double[][] rows = {{1, 1}, {2, 3}};
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      double[] row = rows[0];
      rows[0] = rows[1];
      rows[1] = row;
      double[][] copy = rows.clone();
      double v = copy[0][1] * x[k];
      sum += v * v * Math.exp(v) * copy[1][0];
    }
    return sum;
  }

  /** Copies of what stays as it is: iterations are independent. */
  @Differentiable
  static double copiesOfWhatStays(double[] x, double[] c) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      double[] copy = c.clone();
      for (int i = 1; i < copy.length; i++) {
        copy[i] = copy[i] * copy[i - 1] * x[k];
      }
      sum += copy[copy.length - 1] * copy[1];
    }
    return sum;
  }

  /** Each element is read and overwritten; some several times. */
  @Differentiable
  static double updatesInPlace(double x, int n) {
    double[] a = new double[3];
    a[0] = x;
    a[1] = 1;
    for (int i = 0; i < n; i++) {
      a[(i + 2) % 3] = a[i % 3] * a[(i + 1) % 3] + 0.5;
      a[i % 3] *= a[(i + 2) % 3];
      a[(i + 1) % 3] -= x;
    }
    return a[0] + a[1] * a[2];
  }

  @Differentiable
  static double prefixProducts(double[] v) {
    double[] p = v.clone();
    for (int i = 1; i < p.length; i++) {
      p[i] *= p[i - 1];
    }
    double r = 0;
    for (double each : p) {
      r += each;
    }
    return r;
  }

  @Differentiable
  static double elementIncrement(double x) {
    double[] a = {x, x * x};
    int i = 0;
    double r = a[i++]++ * a[i]--;
    r += ++a[0] * --a[1];
    a[--i] += r;
    return a[0] * a[1];
  }

  /** The index expression has an effect and must run once. */
  @Differentiable
  static double indexEffects(double[] v) {
    int i = 0;
    double[] a = new double[3];
    a[i++] = v[i];
    a[i++] += v[i--] * 2;
    a[++i] = a[i - 1] *= v[0];
    a[i] /= v[i = 1];
    return a[0] * a[1] + a[2] + i;
  }

  /** Left side first: the array and index are fixed before the right side runs. */
  @Differentiable
  static double assignmentOrder(double x) {
    double[] a = {x, 2 * x};
    double[] b = {3 * x, 4};
    int i = 0;
    double[] c = a;
    c[i] = (c = b)[i = 1] * x + (a[0] = 7);
    return a[0] * c[0] + i;
  }

  @Differentiable
  static double aliasOfArray(double x) {
    double[] a = {x, 2};
    double[] b = a;
    b[0] *= x;
    a[1] = b[0] + x;
    b[1] *= a[1];
    return a[0] * a[1];
  }

  @Differentiable
  static double aliasByBranch(double x, boolean first) {
    double[] a = {x, 1};
    double[] b = {2, x};
    double[] c = first ? a : b;
    c[0] *= x * x;
    c[1] += c[0];
    return a[0] * b[1] + a[1] * b[0];
  }

  @Differentiable
  static double rowReference(double[][] m) {
    double[][] copy = new double[m.length][];
    for (int i = 0; i < m.length; i++) {
      copy[i] = m[i].clone();
    }
    double[] row = copy[1];
    row[0] = row[0] * copy[0][0];
    copy[1][1] *= row[0];
    row = copy[0];
    row[1] += copy[1][1];
    return copy[0][1] * copy[1][0];
  }

  @Differentiable
  static double swappedArrays(double x, int n) {
    double[] now = {x, 0.5, 0.25};
    double[] next = new double[3];
    for (int t = 0; t < n; t++) {
      for (int i = 0; i < 3; i++) {
        next[i] = 0.5 * now[i] + 0.25 * now[(i + 1) % 3] * now[(i + 2) % 3];
      }
      double[] swap = now;
      now = next;
      next = swap;
    }
    return now[0] + now[1] * next[2];
  }

  @Differentiable
  static double swappedElements(double[] v) {
    double[] a = v.clone();
    for (int i = 0, j = a.length - 1; i < j; i++, j--) {
      double t = a[i];
      a[i] = a[j];
      a[j] = t;
    }
    double r = 0;
    for (int i = 0; i < a.length; i++) {
      r = r * 0.5 + a[i] * a[i] * (i + 1);
    }
    return r;
  }

  @Differentiable
  static double swappedRows(double x, double y) {
    double[][] m = {{x, 1}, {y, x}};
    double[] t = m[0];
    m[0] = m[1];
    m[1] = t;
    t[0] *= y;
    return m[0][0] * m[1][0] + m[0][1] * m[1][1];
  }

  /** One row stands twice in the matrix. */
  @Differentiable
  static double sharedRow(double x) {
    double[] row = {x, 2};
    double[][] m = {row, row, {x * x, 1}};
    m[0][0] *= 3;
    m[1][1] = m[0][0] * m[2][0];
    return m[0][1] + m[1][0] * m[2][0];
  }

  @Differentiable
  static double cloneIsIndependent(double[] v) {
    double[] a = v.clone();
    double[] b = a.clone();
    a[0] = a[0] * a[1];
    b[0] += a[0];
    a[1] = 0;
    return a[0] * b[0] * b[1];
  }

  /** A clone of a matrix shares its rows. */
  @Differentiable
  static double shallowClone(double x) {
    double[][] m = {{x, 1}, {2, x}};
    double[][] c = m.clone();
    c[0][0] *= x;
    c[1] = new double[] {5, x};
    c[1][0] *= x;
    return m[0][0] * m[1][1] + c[1][0];
  }

  @Differentiable
  static double jaggedTriangle(double x, int n) {
    double[][] pascal = new double[n][];
    for (int i = 0; i < n; i++) {
      pascal[i] = new double[i + 1];
      pascal[i][0] = 1;
      pascal[i][i] = i == 0 ? 1 : x;
      for (int j = 1; j < i; j++) {
        pascal[i][j] = pascal[i - 1][j - 1] + x * pascal[i - 1][j];
      }
    }
    double r = 0;
    for (double each : pascal[n - 1]) {
      r += each * each;
    }
    return r;
  }

  @Differentiable
  static double threeDimensions(double[][][] t) {
    double r = 1;
    for (int i = 0; i < t.length; i++) {
      for (int j = 0; j < t[i].length; j++) {
        double[] line = t[i][j];
        for (int k = 0; k < line.length; k++) {
          r += line[k] * t[i][j][0] * (i + 1) * r * 0.1;
        }
      }
    }
    return r;
  }

  @Differentiable
  static double partlyAllocated(double x) {
    double[][][] t = new double[2][3][];
    t[1][2] = new double[] {x, x * x};
    t[0][0] = t[1][2];
    t[0][0][1] *= x;
    return t[1][2][1] + t[0][0][0];
  }

  @Differentiable
  static double indexArray(double[] v, int[] order) {
    double r = 0;
    for (int i = 0; i < order.length; i++) {
      r = 0.5 * r + v[order[i]] * v[order[order.length - 1 - i]];
    }
    return r;
  }

  /** The passive index array is overwritten after its use. */
  @Differentiable
  static double indexArrayOverwritten(double[] v) {
    int[] index = {2, 0, 1};
    double r = 1;
    for (int i = 0; i < 3; i++) {
      r *= v[index[i]] + r;
      index[i] = 0;
    }
    return r;
  }

  @Differentiable
  static double passiveArrays(double x) {
    double[] weights = {0.5, 0.25, 2};
    boolean[] flags = {true, false, true};
    long[] counts = new long[3];
    char[] letters = {'a', 'b', 'c'};
    double r = 0;
    for (int i = 0; i < weights.length; i++) {
      counts[i] += i;
      if (flags[i]) {
        r += weights[i] * x * (letters[i] - 'a' + 1) + counts[i] * x * x;
      }
      weights[i] = 0;
    }
    return r;
  }

  /** A passive element becomes active and passive again. */
  @Differentiable
  static double activityChanges(double x) {
    double[] a = {1, 2};
    double r = a[0];
    a[0] = x * x;
    r += a[0] * a[1];
    a[0] = 3;
    r += a[0] * x;
    a[1] = r;
    return a[0] * a[1];
  }

  @Differentiable
  static double arrayReassignedInLoop(double x, int n) {
    double[] a = {x};
    for (int i = 0; i < n; i++) {
      double[] bigger = new double[a.length + 1];
      for (int j = 0; j < a.length; j++) {
        bigger[j] = a[j] * x;
      }
      bigger[a.length] = x + i;
      a = bigger;
    }
    double r = 0;
    for (double each : a) {
      r += each;
    }
    return r;
  }

  /** A temporary array made anew in each iteration starts at zero, and so does its adjoint. */
  @Differentiable
  static double arrayPerIteration(double[] v) {
    double r = 0;
    for (int i = 0; i < v.length; i++) {
      double[] window = new double[3];
      for (int j = 0; j < 3 && i + j < v.length; j++) {
        window[j] += v[i + j] * (j + 1);
      }
      r += window[0] * window[1] + window[2];
    }
    return r;
  }

  @Differentiable
  static double matrixProductTrace(double[][] a, double[][] b) {
    int n = a.length;
    double[][] c = new double[n][n];
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++) for (int k = 0; k < b.length; k++) c[i][j] += a[i][k] * b[k][j];
    double trace = 0;
    for (int i = 0; i < n; i++) trace += c[i][i] * c[i][n - 1 - i];
    return trace;
  }

  @Differentiable
  static double gaussianElimination(double[][] m, double[] b) {
    int n = b.length;
    double[][] a = new double[n][];
    double[] x = b.clone();
    for (int i = 0; i < n; i++) a[i] = m[i].clone();
    for (int p = 0; p < n; p++) {
      int max = p;
      for (int i = p + 1; i < n; i++) if (Math.abs(a[i][p]) > Math.abs(a[max][p])) max = i;
      double[] row = a[p];
      a[p] = a[max];
      a[max] = row;
      double t = x[p];
      x[p] = x[max];
      x[max] = t;
      for (int i = p + 1; i < n; i++) {
        double f = a[i][p] / a[p][p];
        x[i] -= f * x[p];
        for (int j = p; j < n; j++) a[i][j] -= f * a[p][j];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) x[i] -= a[i][j] * x[j];
      x[i] /= a[i][i];
    }
    double r = 0;
    for (int i = 0; i < n; i++) r += (i + 1) * x[i];
    return r;
  }

  /** Sorting: data-dependent swaps in place. */
  @Differentiable
  static double weightedMedianOfSorted(double[] v) {
    double[] a = v.clone();
    for (int i = 1; i < a.length; i++) {
      double key = a[i];
      int j = i - 1;
      while (j >= 0 && a[j] > key) {
        a[j + 1] = a[j];
        j--;
      }
      a[j + 1] = key;
    }
    double r = 0;
    for (int i = 0; i < a.length; i++) r += i * a[i] * a[i];
    return r;
  }

  @SuppressWarnings("cotangent")
  @Differentiable
  static double emptyArrays(double[] v, double x) {
    double[] none = {};
    double[][] rows = new double[0][4];
    return none.length + rows.length + v.length * x;
  }

  @Differentiable
  static double nullableRow(double[] v, double x) {
    return v == null ? x * x : v[0] * x;
  }

  @Differentiable
  static double arrayParameterReassigned(double[] v) {
    double[] old = v;
    v = new double[] {v[1], v[0] * v[1]};
    v[0] *= v[1];
    return v[0] * old[0] + v.length;
  }
}
