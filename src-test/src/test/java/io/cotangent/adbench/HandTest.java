package io.cotangent.adbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.sun.management.ThreadMXBean;
import io.cotangent.runtime.Tape;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** The hand on ADBench's data, against its reference values. */
final class HandTest {

  @Test
  void simpleAgreesWithReference() throws IOException {
    JsonObject golden = AdBench.golden("hand/simple/hand1_t26_c100.txt");
    HandInstance in = HandInstance.read(AdBench.file(""), "simple");
    double[] errors = Hand.simple(in.theta(), in.model(), in.points(), in.correspondences());
    AdBench.check(golden, "err", errors, 1e-12);
    double[][] jacobian =
        HandAdjoint.Simple.jacobian(in.theta(), in.model(), in.points(), in.correspondences());
    check(golden, jacobian);
  }

  @Test
  void complicatedAgreesWithReference() throws IOException {
    JsonObject golden = AdBench.golden("hand/complicated/hand1_t26_c100.txt");
    HandInstance in = HandInstance.read(AdBench.file(""), "complicated");
    double[] errors =
        Hand.complicated(in.u(), in.v(), in.theta(), in.model(), in.points(), in.correspondences());
    AdBench.check(golden, "err", errors, 1e-12);
    double[][] jacobian =
        HandAdjoint.Complicated.jacobian(
            in.u(), in.v(), in.theta(), in.model(), in.points(), in.correspondences());
    check(golden, compress(jacobian, in.points().length));
  }

  /**
   * The method is cut into pieces: they borrow all but the result and arrays that only hold rows.
   */
  @Test
  void piecesBorrowWhatTheyMake() throws IOException {
    HandInstance in = HandInstance.read(AdBench.file(""), "simple");
    double[] seed = new double[3 * in.points().length];
    double[] bar = new double[in.theta().length];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    try (Tape tape = new Tape()) {
      for (int i = 0; i < 50; i++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        HandAdjoint.Simple.vjp(
            tape, in.theta(), in.model(), in.points(), in.correspondences(), seed, bar);
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
    }
    assertTrue(least < 8 * seed.length + 1000, "bytes: " + least);
  }

  /** An error depends on one u and one v only, so that two columns hold what 200 would. */
  private static double[][] compress(double[][] jacobian, int points) {
    double[][] compressed = new double[jacobian.length][28];
    for (int row = 0; row < jacobian.length; row++) {
      compressed[row][0] = jacobian[row][row / 3];
      compressed[row][1] = jacobian[row][points + row / 3];
      System.arraycopy(jacobian[row], 2 * points, compressed[row], 2, 26);
    }
    return compressed;
  }

  private static void check(JsonObject golden, double[][] jacobian) {
    int rows = golden.get("jac_rows").getAsInt();
    int columns = golden.get("jac_cols").getAsInt();
    assertEquals(rows, jacobian.length);
    assertEquals(columns, jacobian[0].length);
    double[] columnMajor = new double[rows * columns];
    double[] norms = AdBench.numbers(golden, "jac_col_norms");
    for (int column = 0; column < columns; column++) {
      double[] entries = new double[rows];
      for (int row = 0; row < rows; row++) {
        entries[row] = jacobian[row][column];
      }
      assertEquals(norms[column], AdBench.norm(entries), 1e-11 * norms[column], "column " + column);
      System.arraycopy(entries, 0, columnMajor, column * rows, rows);
    }
    AdBench.check(golden, "jac", columnMajor, 1e-11);
    double[] first = AdBench.numbers(golden, "jac_row0");
    AdBench.part("jac_row0", first, jacobian[0], 0, 1e-11 * AdBench.norm(first));
  }
}
