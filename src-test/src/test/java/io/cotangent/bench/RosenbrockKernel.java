package io.cotangent.bench;

import io.cotangent.runtime.Tape;
import java.util.Arrays;
import java.util.Random;
import org.hipparchus.analysis.differentiation.Gradient;

/** {@link Sums#rosenbrock}. */
final class RosenbrockKernel implements Kernel, Peer {
  private final Tape tape = new Tape();
  private final double[] x;
  private final double[] xBar;

  RosenbrockKernel(int n) {
    x = new Random(3).doubles(n, -1, 1).toArray();
    xBar = new double[n];
  }

  @Override
  public double primal() {
    return Sums.rosenbrock(x);
  }

  @Override
  public double gradient() {
    Arrays.fill(xBar, 0);
    return SumsAdjoint.Rosenbrock.vjp(tape, x, 1, xBar);
  }

  @Override
  public double hand() {
    Arrays.fill(xBar, 0);
    return SumsByHand.rosenbrock(x, 1, xBar);
  }

  @Override
  public double[] partials() {
    return xBar.clone();
  }

  @Override
  public double hipparchus() {
    int n = x.length;
    Gradient sum = Gradient.constant(n, 0);
    for (int i = 0; i < n - 1; i++) {
      Gradient here = Gradient.variable(n, i, x[i]);
      Gradient valley = Gradient.variable(n, i + 1, x[i + 1]).subtract(here.multiply(here));
      Gradient slope = here.negate().add(1);
      sum = sum.add(valley.multiply(valley).multiply(100)).add(slope.multiply(slope));
    }
    System.arraycopy(sum.getGradient(), 0, xBar, 0, n);
    return sum.getValue();
  }
}
