package io.cotangent.runtime;

import java.util.Arrays;

/**
 * Arrays of numbers that are needed again and again, each at a place of its own. An array stays
 * where it is until one of another length is asked for at its place, and then it is a spare one:
 * whoever asks for the same lengths each time allocates nothing in the steady state.
 */
public final class Shelf {
  private double[] @Nullable [] arrays = new double[8][];
  private double[][] spare = new double[4][];
  private int spares;

  Shelf() {}

  /** An array with any numbers in it, for callers who set each element first. */
  public double[] unset(int place, int length) {
    if (place < arrays.length) {
      double @Nullable [] array = arrays[place];
      if (array != null && array.length == length) {
        return array;
      }
    }
    return exchanged(place, length);
  }

  /** An array of zeros. */
  public double[] zeros(int place, int length) {
    double[] array = unset(place, length);
    Arrays.fill(array, 0);
    return array;
  }

  /** The array that was asked for last at the place. */
  public double[] at(int place) {
    return arrays[place];
  }

  private double[] exchanged(int place, int length) {
    int found = 0;
    while (found < spares && spare[found].length != length) {
      found++;
    }
    double[] array = found < spares ? spare[found] : new double[length];
    if (place >= arrays.length) {
      arrays = Arrays.copyOf(arrays, place + Math.max(place / 2, 8));
    }
    double @Nullable [] before = arrays[place];
    arrays[place] = array;
    if (found < spares) {
      spare[found] = before != null ? before : spare[--spares];
    } else if (before != null) {
      keep(before);
    }
    return array;
  }

  private void keep(double[] array) {
    if (spares == spare.length) {
      spare = Arrays.copyOf(spare, 2 * spares);
    }
    spare[spares++] = array;
  }
}
