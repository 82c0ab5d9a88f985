package io.cotangent.adbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bundle adjustment on ADBench's data, against its reference values. */
final class BundleAdjustmentTest {
  private static final String FILE = "ba1_n49_m7776_p31843.txt";

  private BundleInstance in;
  private JsonObject golden;

  @BeforeEach
  void read() throws IOException {
    golden = AdBench.golden(FILE);
    in = BundleInstance.read(AdBench.file(FILE));
  }

  @Test
  void errorsAgreeWithReference() {
    int observations = in.weights().length;
    double[] errors = new double[2 * observations];
    double[] weightErrors = new double[observations];
    for (int i = 0; i < observations; i++) {
      double[] error =
          BundleAdjustment.reprojectionError(
              in.cameras()[in.camera()[i]],
              in.points()[in.point()[i]],
              in.weights()[i],
              in.features()[i]);
      System.arraycopy(error, 0, errors, 2 * i, 2);
      weightErrors[i] = BundleAdjustment.weightError(in.weights()[i]);
    }
    AdBench.check(golden, "reproj_err", errors, 1e-10);
    AdBench.check(golden, "w_err", weightErrors, 1e-12);
  }

  @Test
  void jacobianAgreesWithReference() {
    BundleJacobian jacobian = new BundleJacobian(in);
    jacobian.compute();
    int observations = in.weights().length;
    double[] values = jacobian.values();
    assertEquals(golden.get("jac_nnz").getAsInt(), values.length);
    assertEquals(values.length, jacobian.rows()[3 * observations]);
    checkRow("jac_row0", values, 0);
    checkRow("jac_row1", values, 15);
    int weights = 30 * observations;
    double norm = golden.get("jac_reproj_norm").getAsDouble();
    double[] blocks = Arrays.copyOf(values, weights);
    assertEquals(norm, AdBench.norm(blocks), 1e-11 * norm);
    double[] tail = AdBench.numbers(golden, "jac_reproj_tail");
    AdBench.part("jac_reproj_tail", tail, blocks, weights - tail.length, 1e-9);
    double weightNorm = golden.get("jac_w_norm").getAsDouble();
    double[] diagonal = Arrays.copyOfRange(values, weights, values.length);
    assertEquals(weightNorm, AdBench.norm(diagonal), 1e-12 * weightNorm);
    AdBench.part("jac_w_head", AdBench.numbers(golden, "jac_w_head"), diagonal, 0, 1e-12);
  }

  @Test
  void columnsAreThoseOfCameraPointAndWeight() {
    BundleJacobian jacobian = new BundleJacobian(in);
    jacobian.compute();
    // The 51st observation is by the second camera again.
    int[] row = Arrays.copyOfRange(jacobian.columns(), 30 * 50, 30 * 50 + 15);
    int points = 11 * 49 + 3 * 50;
    assertArrayEquals(
        new int[] {
          11,
          12,
          13,
          14,
          15,
          16,
          17,
          18,
          19,
          20,
          21,
          points,
          points + 1,
          points + 2,
          11 * 49 + 3 * 7776 + 50
        },
        row);
  }

  @Test
  void denseJacobianOfOneObservationIsTheSame() {
    double[][] dense =
        BundleAdjustmentAdjoint.ReprojectionError.jacobian(
            in.cameras()[0], in.points()[0], in.weights()[0], in.features()[0]);
    checkRow("jac_row0", dense[0], 0);
    checkRow("jac_row1", dense[1], 0);
  }

  private void checkRow(String name, double[] values, int from) {
    double[] expected = AdBench.numbers(golden, name);
    for (int i = 0; i < expected.length; i++) {
      double relative = i == expected.length - 1 ? 1e-10 : 1e-11;
      double largest = AdBench.norm(expected);
      double tolerance = i == expected.length - 1 ? Math.abs(expected[i]) : largest;
      assertEquals(expected[i], values[from + i], relative * tolerance, name + "[" + i + "]");
    }
  }
}
