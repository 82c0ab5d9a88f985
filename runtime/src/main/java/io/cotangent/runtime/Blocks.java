package io.cotangent.runtime;

/**
 * How far a loop can run four iterations at a time: from its start through whole blocks of four, as
 * long as nothing they read is missing. Where something is, the loop goes on one by one and fails
 * where it would have failed.
 */
public final class Blocks {
  private static final int SIZE = 4;

  private Blocks() {}

  /** The end of the blocks between two numbers. */
  public static int end(int from, int to) {
    long blocks = ((long) to - from) / SIZE;
    return blocks > 0 ? (int) (from + blocks * SIZE) : from;
  }

  /** The end of the blocks all of whose numbers are indices of the array. */
  public static int within(double @Nullable [] array, int from, int end) {
    return array == null ? from : within(array.length, from, end);
  }

  /** The end of the blocks all of whose numbers are indices of the array. */
  public static int within(int @Nullable [] array, int from, int end) {
    return array == null ? from : within(array.length, from, end);
  }

  private static int within(int length, int from, int end) {
    return from < 0 ? from : Math.min(end, end(from, Math.max(from, length)));
  }

  /** The end of the blocks whose rows all have that many elements. */
  public static int rows(double @Nullable [] @Nullable [] rows, int from, int end, int length) {
    if (rows == null || from < 0) {
      return from;
    }
    int last = within(rows.length, from, end);
    int next = from;
    while (next < last && rows[next] != null && rows[next].length >= length) {
      next++;
    }
    return end(from, next);
  }

  /** The end of all blocks if the array has that many elements, their start if it has not. */
  public static int reaching(double @Nullable [] array, int from, int end, int length) {
    return array != null && array.length >= length ? end : from;
  }

  /** The length of an array; zero if there is none. */
  public static int length(double @Nullable [] array) {
    return array == null ? 0 : array.length;
  }
}
