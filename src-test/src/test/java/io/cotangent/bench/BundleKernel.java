package io.cotangent.bench;

import io.cotangent.adbench.BundleAdjustment;
import io.cotangent.adbench.BundleInstance;
import io.cotangent.adbench.BundleJacobian;

/** The errors of ADBench's bundle and their sparse Jacobian. */
final class BundleKernel implements Kernel {
  private final BundleInstance in;
  private final BundleJacobian jacobian;
  private final BundleByHand byHand = new BundleByHand();
  private final double[] errors;

  BundleKernel(BundleInstance in) {
    this.in = in;
    jacobian = new BundleJacobian(in);
    errors = new double[3 * in.weights().length];
  }

  @Override
  public double primal() {
    int observations = in.weights().length;
    for (int i = 0; i < observations; i++) {
      double[] error =
          BundleAdjustment.reprojectionError(
              in.cameras()[in.camera()[i]],
              in.points()[in.point()[i]],
              in.weights()[i],
              in.features()[i]);
      errors[2 * i] = error[0];
      errors[2 * i + 1] = error[1];
      errors[2 * observations + i] = BundleAdjustment.weightError(in.weights()[i]);
    }
    return errors[2 * observations - 2];
  }

  @Override
  public double gradient() {
    return jacobian.compute();
  }

  @Override
  public double hand() {
    int observations = in.weights().length;
    double[] values = jacobian.values();
    for (int i = 0; i < observations; i++) {
      jacobian.indices(i);
      byHand.block(
          in.cameras()[in.camera()[i]],
          in.points()[in.point()[i]],
          in.weights()[i],
          in.features()[i],
          values,
          30 * i);
      values[30 * observations + i] = -2 * in.weights()[i];
    }
    return byHand.errors()[0];
  }

  @Override
  public double[] partials() {
    return jacobian.values().clone();
  }
}
