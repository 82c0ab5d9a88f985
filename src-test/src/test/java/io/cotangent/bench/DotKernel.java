package io.cotangent.bench;

import io.cotangent.runtime.Tape;
import java.util.Arrays;
import java.util.Random;

/** {@link Sums#dot}. */
final class DotKernel implements Kernel {
  private final Tape tape = new Tape();
  private final double[] x;
  private final double[] y;
  private final double[] xBar;
  private final double[] yBar;

  DotKernel(int n) {
    x = new Random(4).doubles(n).toArray();
    y = new Random(5).doubles(n).toArray();
    xBar = new double[n];
    yBar = new double[n];
  }

  private void clear() {
    Arrays.fill(xBar, 0);
    Arrays.fill(yBar, 0);
  }

  @Override
  public double primal() {
    return Sums.dot(x, y);
  }

  @Override
  public double gradient() {
    clear();
    return SumsAdjoint.Dot.vjp(tape, x, y, 1, xBar, yBar);
  }

  @Override
  public double hand() {
    clear();
    return SumsByHand.dot(x, y, 1, xBar, yBar);
  }

  @Override
  public double[] partials() {
    return Flat.of(xBar, yBar);
  }
}
