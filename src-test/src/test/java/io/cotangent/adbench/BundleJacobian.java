package io.cotangent.adbench;

import io.cotangent.runtime.Tape;
import java.util.Arrays;

/**
 * The sparse Jacobian of all errors of a bundle in compressed rows: two for each observation, then
 * one for each weight.
 */
public final class BundleJacobian {
  private static final int BLOCK = 15;
  private static final int CAMERA = 11;
  private static final double[][] SEEDS = {{1, 0}, {0, 1}};

  private final BundleInstance in;
  private final Tape tape = new Tape();
  private final double[] cameraBar = new double[CAMERA];
  private final double[] pointBar = new double[3];
  private final double[] weightBar = new double[1];
  private final int[] rows;
  private final int[] columns;
  private final double[] values;

  /** Room for the Jacobian of a bundle. */
  public BundleJacobian(BundleInstance in) {
    this.in = in;
    int observations = in.weights().length;
    this.rows = new int[3 * observations + 1];
    this.columns = new int[31 * observations];
    this.values = new double[31 * observations];
  }

  /** Where each row begins. */
  public int[] rows() {
    return rows;
  }

  /** The column of each entry. */
  public int[] columns() {
    return columns;
  }

  /** Each entry. */
  public double[] values() {
    return values;
  }

  /** Fills all three arrays; returns the last observation's first error. */
  public double compute() {
    int observations = in.weights().length;
    double error = 0;
    for (int i = 0; i < observations; i++) {
      indices(i);
      block(i, 0);
      error = block(i, 1);
      weightBar[0] = 0;
      BundleAdjustmentAdjoint.WeightError.vjp(tape, in.weights()[i], 1, weightBar);
      values[30 * observations + i] = weightBar[0];
    }
    return error;
  }

  /** Fills what is known of an observation's rows without computing: all but the values. */
  public void indices(int observation) {
    int observations = in.weights().length;
    int camera = CAMERA * in.camera()[observation];
    int point = CAMERA * in.cameras().length + 3 * in.point()[observation];
    int weight = CAMERA * in.cameras().length + 3 * in.points().length + observation;
    for (int row = 2 * observation; row < 2 * observation + 2; row++) {
      int at = BLOCK * row;
      rows[row] = at;
      for (int j = 0; j < CAMERA; j++) {
        columns[at + j] = camera + j;
      }
      for (int j = 0; j < 3; j++) {
        columns[at + CAMERA + j] = point + j;
      }
      columns[at + BLOCK - 1] = weight;
    }
    rows[2 * observations + observation] = 30 * observations + observation;
    columns[30 * observations + observation] = weight;
    rows[3 * observations] = values.length;
  }

  private double block(int observation, int row) {
    int at = BLOCK * (2 * observation + row);
    Arrays.fill(cameraBar, 0);
    Arrays.fill(pointBar, 0);
    weightBar[0] = 0;
    double[] error =
        BundleAdjustmentAdjoint.ReprojectionError.vjp(
            tape,
            in.cameras()[in.camera()[observation]],
            in.points()[in.point()[observation]],
            in.weights()[observation],
            in.features()[observation],
            SEEDS[row],
            cameraBar,
            pointBar,
            weightBar);
    System.arraycopy(cameraBar, 0, values, at, CAMERA);
    System.arraycopy(pointBar, 0, values, at + CAMERA, 3);
    values[at + BLOCK - 1] = weightBar[0];
    return error[0];
  }
}
