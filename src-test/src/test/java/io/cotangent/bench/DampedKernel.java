package io.cotangent.bench;

import io.cotangent.runtime.Tape;
import java.util.Arrays;
import java.util.Random;

/** {@link Sums#damped}. */
final class DampedKernel implements Kernel {
  private static final double RATE = 0.7;

  private final Tape tape = new Tape();
  private final double[] x;
  private final double[] xBar;
  private final double[] rateBar = new double[1];

  DampedKernel(int n) {
    x = new Random(7).doubles(n).toArray();
    xBar = new double[n];
  }

  private void clear() {
    Arrays.fill(xBar, 0);
    rateBar[0] = 0;
  }

  @Override
  public double primal() {
    return Sums.damped(x, RATE);
  }

  @Override
  public double gradient() {
    clear();
    return SumsAdjoint.Damped.vjp(tape, x, RATE, 1, xBar, rateBar);
  }

  @Override
  public double hand() {
    clear();
    return SumsByHand.damped(x, RATE, 1, xBar, rateBar);
  }

  @Override
  public double[] partials() {
    return Flat.of(xBar, rateBar);
  }
}
