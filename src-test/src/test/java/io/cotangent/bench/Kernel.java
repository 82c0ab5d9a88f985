package io.cotangent.bench;

/**
 * A row of the table: a program, its generated derivative and one written by hand.
 *
 * <p>Inputs, buffers and the tape belong to the kernel, as they would to a caller in a loop. Both
 * derivatives clear the buffers first, so that {@link #partials} tells of the last one called.
 */
interface Kernel {
  /** The program itself: its value. */
  double primal();

  /** The generated derivative: the value, or NaN where it comes without. */
  double gradient();

  /** The derivative written by hand: the value. */
  double hand();

  /** What the derivative called last has left in the buffers. */
  double[] partials();

  /** How far the two derivatives may be apart, relative to the norm. */
  default double tolerance() {
    return 1e-11;
  }
}
