package io.cotangent.runtime;

/** What is asked about the indices of counted loops. */
public final class Counters {
  private Counters() {}

  /**
   * The last index of a loop from {@code lower} by {@code step} until before {@code end}; one step
   * before {@code lower} if there is none.
   *
   * @throws ArithmeticException if the index overflows in the loop, so that it is not reversed by
   *     counting back
   */
  public static int last(int lower, int end, int step) {
    long last = last((long) lower, (long) end, (long) step);
    Math.toIntExact(last + step);
    return Math.toIntExact(last);
  }

  /** The same for a long index. */
  public static long last(long lower, long end, long step) {
    boolean runs = step > 0 ? lower < end : lower > end;
    if (!runs) {
      return Math.subtractExact(lower, step);
    }
    long distance = Math.subtractExact(end, lower) - Long.signum(step);
    long last = lower + distance / step * step;
    Math.addExact(last, step);
    return last;
  }
}
