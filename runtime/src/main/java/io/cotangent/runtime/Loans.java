package io.cotangent.runtime;

import java.util.Arrays;

/**
 * Arrays that a generated method needs while it runs, lent in the order they are asked for and
 * taken back last first. A method that asks for the same lengths each time gets the same arrays: in
 * the steady state nothing is allocated.
 */
final class Loans {
  private @Nullable Object[] arrays = new Object[16];
  private int top;

  /** How many arrays are lent. */
  int mark() {
    return top;
  }

  /** Takes back what was lent since the mark. */
  void release(int mark) {
    top = mark;
  }

  double[] doubles(int length) {
    double[] array = unset(length);
    Arrays.fill(array, 0);
    return array;
  }

  /** The array that was lent last time, as a rule. */
  double[] unset(int length) {
    if (top < arrays.length && arrays[top] instanceof double[] next && next.length == length) {
      top++;
      return next;
    }
    return found(length);
  }

  private double[] found(int length) {
    for (int i = top; i < arrays.length && arrays[i] != null; i++) {
      if (arrays[i] instanceof double[] found && found.length == length) {
        return swapped(i, found);
      }
    }
    return added(new double[length]);
  }

  double[][] doubles(int rows, int columns) {
    double[][] matrix = spine(rows);
    for (int i = 0; i < rows; i++) {
      matrix[i] = doubles(columns);
    }
    return rows == 0 ? new double[0][columns] : matrix;
  }

  private double[][] spine(int rows) {
    for (int i = top; i < arrays.length && arrays[i] != null; i++) {
      if (arrays[i] instanceof double[][] found && found.length == rows) {
        return swapped(i, found);
      }
    }
    return added(new double[rows][]);
  }

  float[] floats(int length) {
    for (int i = top; i < arrays.length && arrays[i] != null; i++) {
      if (arrays[i] instanceof float[] found && found.length == length) {
        Arrays.fill(found, 0);
        return swapped(i, found);
      }
    }
    return added(new float[length]);
  }

  int[] ints(int length) {
    for (int i = top; i < arrays.length && arrays[i] != null; i++) {
      if (arrays[i] instanceof int[] found && found.length == length) {
        Arrays.fill(found, 0);
        return swapped(i, found);
      }
    }
    return added(new int[length]);
  }

  Shelf shelf() {
    for (int i = top; i < arrays.length && arrays[i] != null; i++) {
      if (arrays[i] instanceof Shelf found) {
        return swapped(i, found);
      }
    }
    return added(new Shelf());
  }

  /** Moves what is at a place behind the top to the top. */
  private <T> T swapped(int place, T array) {
    arrays[place] = arrays[top];
    arrays[top++] = array;
    return array;
  }

  /** Puts a new array at the top; the one that waits there moves behind all others. */
  private <T> T added(T array) {
    int end = top;
    while (end < arrays.length && arrays[end] != null) {
      end++;
    }
    if (end == arrays.length) {
      arrays = Arrays.copyOf(arrays, 2 * arrays.length);
    }
    arrays[end] = arrays[top];
    arrays[top++] = array;
    return array;
  }
}
