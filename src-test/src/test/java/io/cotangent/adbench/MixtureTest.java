package io.cotangent.adbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.cotangent.examples.Mixture;
import io.cotangent.examples.MixtureAdjoint;
import io.cotangent.examples.WishartConstant;
import io.cotangent.runtime.Tape;
import java.io.IOException;
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
