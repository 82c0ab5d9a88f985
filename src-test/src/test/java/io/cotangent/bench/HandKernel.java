package io.cotangent.bench;

import io.cotangent.adbench.Hand;
import io.cotangent.adbench.HandAdjoint;
import io.cotangent.adbench.HandInstance;

/** The errors of ADBench's simple hand and their Jacobian. */
final class HandKernel implements Kernel {
  private final HandInstance in;
  private final HandByHand byHand;
  private double[][] rows;

  HandKernel(HandInstance in) {
    this.in = in;
    byHand = new HandByHand(in);
    rows = new double[3 * in.points().length][26];
  }

  @Override
  public double primal() {
    return Hand.simple(in.theta(), in.model(), in.points(), in.correspondences())[0];
  }

  /** The generated Jacobian comes without the value, so that there is nothing to compare. */
  @Override
  public double gradient() {
    rows = HandAdjoint.Simple.jacobian(in.theta(), in.model(), in.points(), in.correspondences());
    return Double.NaN;
  }

  @Override
  public double hand() {
    return byHand.jacobian(rows);
  }

  @Override
  public double[] partials() {
    return Flat.of((Object) rows);
  }
}
