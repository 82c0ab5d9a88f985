package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** The comparisons of the corpus: bit for bit, and up to a relative tolerance. */
final class Compare {

  private Compare() {}

  /** Fails unless both values are equal bit for bit, at any depth; all NaN count as equal. */
  static void sameBits(String what, Object expected, Object actual) {
    assertEquals(text(expected), text(actual), what);
    if (!same(expected, actual)) {
      fail(what + ": not bit for bit equal: " + text(expected));
    }
  }

  /**
   * Fails unless each entry agrees up to {@code tolerance}, relative to the largest finite entry or
   * one; infinities and NaN must agree exactly.
   */
  static void close(String what, double[] expected, double[] actual, double tolerance) {
    assertEquals(expected.length, actual.length, what + ": number of leaves");
    double scale = scale(expected);
    for (int i = 0; i < expected.length; i++) {
      if (!close(expected[i], actual[i], tolerance * scale)) {
        fail(
            String.format(
                "%s: leaf %d: expected %s, got %s%n  expected %s%n  got      %s",
                what,
                i,
                expected[i],
                actual[i],
                Arrays.toString(expected),
                Arrays.toString(actual)));
      }
    }
  }

  /** The largest finite magnitude among {@code values}, at least one. */
  static double scale(double... values) {
    double scale = 1;
    for (double value : values) {
      if (Double.isFinite(value)) {
        scale = Math.max(scale, Math.abs(value));
      }
    }
    return scale;
  }

  /** A readable form that distinguishes all values which {@link #sameBits} distinguishes. */
  static String text(Object value) {
    String deep = Arrays.deepToString(new Object[] {value instanceof Record ? null : value});
    return value instanceof Record ? recordText(value) : deep.substring(1, deep.length() - 1);
  }

  private static boolean close(double expected, double actual, double tolerance) {
    if (Double.isFinite(expected)) {
      return Math.abs(expected - actual) <= tolerance;
    }
    return Double.compare(expected, actual) == 0;
  }

  private static String recordText(Object value) {
    StringBuilder text = new StringBuilder(value.getClass().getSimpleName()).append('[');
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      text.append(component.getName()).append('=');
      text.append(text(LeafVector.read(component, value))).append(' ');
    }
    return text.append(']').toString();
  }

  private static boolean same(Object expected, Object actual) {
    if (expected == null || actual == null) {
      return expected == actual;
    }
    if (expected.getClass() != actual.getClass()) {
      return false;
    }
    if (expected instanceof StringBuilder || expected instanceof Record) {
      return text(expected).equals(text(actual));
    }
    if (!expected.getClass().isArray()) {
      return expected.equals(actual);
    }
    int length = Array.getLength(expected);
    boolean result = length == Array.getLength(actual);
    for (int i = 0; result && i < length; i++) {
      result = same(Array.get(expected, i), Array.get(actual, i));
    }
    return result;
  }
}
