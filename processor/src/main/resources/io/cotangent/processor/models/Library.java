package io.cotangent.models;

/**
 * Methods of the JDK that move numbers, written out, so that they are differentiated like the
 * user's own. A model is called as the class and the method it stands for, joined by an underscore;
 * effects and exceptions are those of the original.
 */
final class Library {
  private Library() {}

  private static void checkRange(int length, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
    }
    if (from < 0) {
      throw new ArrayIndexOutOfBoundsException(from);
    }
    if (to > length) {
      throw new ArrayIndexOutOfBoundsException(to);
    }
  }

  private static void checkMove(
      String type, int fromLength, int from, int toLength, int to, int length) {
    if (from < 0) {
      throw new ArrayIndexOutOfBoundsException(
          "arraycopy: source index " + from + " out of bounds for " + type + "[" + fromLength + "]");
    }
    if (to < 0) {
      throw new ArrayIndexOutOfBoundsException(
          "arraycopy: destination index " + to + " out of bounds for " + type + "[" + toLength + "]");
    }
    if (length < 0) {
      throw new ArrayIndexOutOfBoundsException("arraycopy: length " + length + " is negative");
    }
    if (length > fromLength - from) {
      throw new ArrayIndexOutOfBoundsException(
          "arraycopy: last source index "
              + ((long) from + length)
              + " out of bounds for "
              + type
              + "["
              + fromLength
              + "]");
    }
    if (length > toLength - to) {
      throw new ArrayIndexOutOfBoundsException(
          "arraycopy: last destination index "
              + ((long) to + length)
              + " out of bounds for "
              + type
              + "["
              + toLength
              + "]");
    }
  }

  static double Double_sum(double a, double b) {
    return a + b;
  }

  static double Double_max(double a, double b) {
    return Math.max(a, b);
  }

  static double Double_min(double a, double b) {
    return Math.min(a, b);
  }

  static float Float_sum(float a, float b) {
    return a + b;
  }

  static float Float_max(float a, float b) {
    return Math.max(a, b);
  }

  static float Float_min(float a, float b) {
    return Math.min(a, b);
  }

  static void Arrays_fill(double[] a, double value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  static void Arrays_fill(double[] a, int from, int to, double value) {
    checkRange(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  static double[] Arrays_copyOf(double[] a, int n) {
    double[] copy = new double[n];
    int copied = Math.min(n, a.length);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[i];
    }
    return copy;
  }

  static double[] Arrays_copyOfRange(double[] a, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    double[] copy = new double[to - from];
    int copied = Math.min(to - from, a.length - from);
    checkMove("double", a.length, from, copy.length, 0, copied);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[from + i];
    }
    return copy;
  }

  static void System_arraycopy(double[] a, int from, double[] b, int to, int length) {
    checkMove("double", a.length, from, b.length, to, length);
    if (a == b && from < to) {
      for (int i = length - 1; i >= 0; i--) {
        b[to + i] = a[from + i];
      }
    } else {
      for (int i = 0; i < length; i++) {
        b[to + i] = a[from + i];
      }
    }
  }

  static void Arrays_fill(float[] a, float value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  static void Arrays_fill(float[] a, int from, int to, float value) {
    checkRange(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  static float[] Arrays_copyOf(float[] a, int n) {
    float[] copy = new float[n];
    int copied = Math.min(n, a.length);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[i];
    }
    return copy;
  }

  static float[] Arrays_copyOfRange(float[] a, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    float[] copy = new float[to - from];
    int copied = Math.min(to - from, a.length - from);
    checkMove("float", a.length, from, copy.length, 0, copied);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[from + i];
    }
    return copy;
  }

  static void System_arraycopy(float[] a, int from, float[] b, int to, int length) {
    checkMove("float", a.length, from, b.length, to, length);
    if (a == b && from < to) {
      for (int i = length - 1; i >= 0; i--) {
        b[to + i] = a[from + i];
      }
    } else {
      for (int i = 0; i < length; i++) {
        b[to + i] = a[from + i];
      }
    }
  }

  static void Arrays_fill(double[][] a, double[] value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  static void Arrays_fill(double[][] a, int from, int to, double[] value) {
    checkRange(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  static double[][] Arrays_copyOf(double[][] a, int n) {
    double[][] copy = new double[n][];
    int copied = Math.min(n, a.length);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[i];
    }
    return copy;
  }

  static double[][] Arrays_copyOfRange(double[][] a, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    double[][] copy = new double[to - from][];
    int copied = Math.min(to - from, a.length - from);
    checkMove("object array", a.length, from, copy.length, 0, copied);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[from + i];
    }
    return copy;
  }

  static void System_arraycopy(double[][] a, int from, double[][] b, int to, int length) {
    checkMove("object array", a.length, from, b.length, to, length);
    if (a == b && from < to) {
      for (int i = length - 1; i >= 0; i--) {
        b[to + i] = a[from + i];
      }
    } else {
      for (int i = 0; i < length; i++) {
        b[to + i] = a[from + i];
      }
    }
  }

  static void Arrays_fill(float[][] a, float[] value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  static void Arrays_fill(float[][] a, int from, int to, float[] value) {
    checkRange(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  static float[][] Arrays_copyOf(float[][] a, int n) {
    float[][] copy = new float[n][];
    int copied = Math.min(n, a.length);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[i];
    }
    return copy;
  }

  static float[][] Arrays_copyOfRange(float[][] a, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    float[][] copy = new float[to - from][];
    int copied = Math.min(to - from, a.length - from);
    checkMove("object array", a.length, from, copy.length, 0, copied);
    for (int i = 0; i < copied; i++) {
      copy[i] = a[from + i];
    }
    return copy;
  }

  static void System_arraycopy(float[][] a, int from, float[][] b, int to, int length) {
    checkMove("object array", a.length, from, b.length, to, length);
    if (a == b && from < to) {
      for (int i = length - 1; i >= 0; i--) {
        b[to + i] = a[from + i];
      }
    } else {
      for (int i = 0; i < length; i++) {
        b[to + i] = a[from + i];
      }
    }
  }
}
