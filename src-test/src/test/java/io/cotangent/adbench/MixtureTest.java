package io.cotangent.adbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.cotangent.examples.Mixture;
import io.cotangent.examples.MixtureAdjoint;
import io.cotangent.examples.WishartConstant;
import io.cotangent.runtime.Tape;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example's objective on ADBench's data, against its reference values. */
final class MixtureTest {
  @ParameterizedTest
  @ValueSource(strings = {"gmm_d2_K5.txt", "gmm_d10_K10.txt", "gmm_d32_K50.txt"})
  void agreesWithReference(String file) throws IOException {
    JsonObject golden = AdBench.golden(file);
    MixtureInstance in = MixtureInstance.read(AdBench.file(file));
    double constant =
        WishartConstant.of(in.alphas().length, in.means()[0].length, in.gamma(), in.m());
    double primal =
        Mixture.logPosterior(in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
    var gradient =
        MixtureAdjoint.LogPosterior.gradient(
            in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
    assertEquals(primal, gradient.value());
    close(golden.get("objective").getAsDouble(), primal - constant, 1e-12);
    double[] packed = pack(gradient.alphas(), gradient.means(), gradient.icf());
    checkGradient(golden, packed);

    double[] alphasBar = new double[in.alphas().length];
    double[][] meansBar = new double[in.means().length][in.means()[0].length];
    double[][] icfBar = new double[in.icf().length][in.icf()[0].length];
    try (var pullback =
        MixtureAdjoint.LogPosterior.pullback(
            in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m())) {
      var twice = pullback.apply(2);
      var once = pullback.apply(1);
      assertEquals(twice.alphas()[0], 2 * once.alphas()[0], 1e-12 * Math.abs(twice.alphas()[0]));
      checkGradient(golden, pack(once.alphas(), once.means(), once.icf()));
    }
    MixtureAdjoint.LogPosterior.vjp(
        new Tape(),
        in.alphas(),
        in.means(),
        in.icf(),
        in.x(),
        in.gamma(),
        in.m(),
        1,
        alphasBar,
        meansBar,
        icfBar);
    checkGradient(golden, pack(alphasBar, meansBar, icfBar));
  }

  /** Second derivatives against differences of the gradient. */
  @Test
  void hessian() throws IOException {
    MixtureInstance in = MixtureInstance.read(AdBench.file("gmm_d2_K5.txt"));
    double[][] hessian =
        MixtureAdjoint.LogPosterior.hessian(
            in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
    double[] point = pack(in.alphas(), in.means(), in.icf());
    double h = 1e-5;
    double largest = 0;
    for (double[] row : hessian) {
      largest = Math.max(largest, Arrays.stream(row).map(Math::abs).max().orElseThrow());
    }
    for (int i = 0; i < point.length; i++) {
      double[] above = gradient(in, point, i, h);
      double[] below = gradient(in, point, i, -h);
      for (int j = 0; j < point.length; j++) {
        String where = "row " + i + ", column " + j;
        double expected = (above[j] - below[j]) / (2 * h);
        assertEquals(expected, hessian[i][j], 1e-6 * largest, where);
        assertEquals(hessian[j][i], hessian[i][j], 1e-10 * largest, where);
      }
    }
  }

  /** {@code hvp} is the Hessian times the direction. */
  @Test
  void hessianTimesDirection() throws IOException {
    MixtureInstance in = MixtureInstance.read(AdBench.file("gmm_d2_K5.txt"));
    double[][] hessian =
        MixtureAdjoint.LogPosterior.hessian(
            in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
    double[] v = new double[hessian.length];
    Arrays.setAll(v, i -> Math.sin(i + 1));
    int k = in.alphas().length;
    double[][] meansDot = rows(v, k, k, in.means()[0].length);
    double[][] icfDot = rows(v, k + k * in.means()[0].length, k, in.icf()[0].length);
    var hvp =
        MixtureAdjoint.LogPosterior.hvp(
            in.alphas(),
            in.means(),
            in.icf(),
            in.x(),
            in.gamma(),
            in.m(),
            Arrays.copyOf(v, k),
            meansDot,
            icfDot);
    double[] product = pack(hvp.alphas(), hvp.means(), hvp.icf());
    for (int i = 0; i < v.length; i++) {
      double expected = 0;
      double magnitude = 0;
      for (int j = 0; j < v.length; j++) {
        expected += hessian[i][j] * v[j];
        magnitude += Math.abs(hessian[i][j] * v[j]);
      }
      assertEquals(expected, product[i], 1e-12 * magnitude);
    }
  }

  private static double[] gradient(MixtureInstance in, double[] point, int index, double step) {
    double[] moved = point.clone();
    moved[index] += step;
    int components = in.alphas().length;
    double[] alphas = Arrays.copyOf(moved, components);
    double[][] means = rows(moved, components, components, in.means()[0].length);
    int next = components + components * in.means()[0].length;
    double[][] icf = rows(moved, next, components, in.icf()[0].length);
    var gradient =
        MixtureAdjoint.LogPosterior.gradient(alphas, means, icf, in.x(), in.gamma(), in.m());
    return pack(gradient.alphas(), gradient.means(), gradient.icf());
  }

  private static double[][] rows(double[] all, int from, int count, int length) {
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(all, from + i * length, from + (i + 1) * length);
    }
    return rows;
  }

  private static void checkGradient(JsonObject golden, double[] gradient) {
    AdBench.check(golden, "grad", gradient, 1e-11);
    assertEquals(golden.get("n_params").getAsInt(), gradient.length);
  }

  private static void close(double expected, double actual, double relative) {
    assertEquals(expected, actual, relative * Math.abs(expected));
  }

  private static double[] pack(double[] alphas, double[][] means, double[][] icf) {
    java.util.stream.DoubleStream all = java.util.Arrays.stream(alphas);
    for (double[][] rows : new double[][][] {means, icf}) {
      for (double[] row : rows) {
        all = java.util.stream.DoubleStream.concat(all, java.util.Arrays.stream(row));
      }
    }
    return all.toArray();
  }
}
