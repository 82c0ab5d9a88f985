package io.cotangent.bench;

import io.cotangent.runtime.Tape;
import java.util.Arrays;
import java.util.Random;

/** {@link Sums#norm}. */
final class NormKernel implements Kernel {
  private final Tape tape = new Tape();
  private final double[] x;
  private final double[] xBar;

  NormKernel(int n) {
    x = new Random(6).doubles(n).toArray();
    xBar = new double[n];
  }

  @Override
  public double primal() {
    return Sums.norm(x);
  }

  @Override
  public double gradient() {
    Arrays.fill(xBar, 0);
    return SumsAdjoint.Norm.vjp(tape, x, 1, xBar);
  }

  @Override
  public double hand() {
    Arrays.fill(xBar, 0);
    return SumsByHand.norm(x, 1, xBar);
  }

  @Override
  public double[] partials() {
    return xBar.clone();
  }
}
