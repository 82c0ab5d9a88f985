package io.cotangent.bench;

import io.cotangent.adbench.MixtureInstance;
import io.cotangent.examples.MixtureAdjoint;
import java.util.Arrays;
import java.util.Random;

/**
 * The mixture's Hessian times a direction, beside the generated gradient; by hand, the difference
 * of two gradients written by hand.
 */
final class MixtureCurvature implements Kernel {
  private static final double STEP = 1e-5;

  private final MixtureInstance in;
  private final MixtureByHand byHand;
  private final double[] alphasDot;
  private final double[][] meansDot;
  private final double[][] icfDot;
  private final double[][] alphas;
  private final double[][][] means;
  private final double[][][] icf;
  private double[] partials = {};

  MixtureCurvature(MixtureInstance in) {
    this.in = in;
    int components = in.alphas().length;
    byHand = new MixtureByHand(components, in.means()[0].length);
    Random random = new Random(12);
    alphasDot = random.doubles(components, -1, 1).toArray();
    meansDot = rows(random, components, in.means()[0].length);
    icfDot = rows(random, components, in.icf()[0].length);
    alphas = new double[3][components];
    means = new double[3][components][in.means()[0].length];
    icf = new double[3][components][in.icf()[0].length];
  }

  private static double[][] rows(Random random, int count, int length) {
    double[][] rows = new double[count][];
    Arrays.setAll(rows, i -> random.doubles(length, -1, 1).toArray());
    return rows;
  }

  @Override
  public double primal() {
    return MixtureAdjoint.LogPosterior.gradient(
            in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m())
        .value();
  }

  @Override
  public double gradient() {
    var hvp =
        MixtureAdjoint.LogPosterior.hvp(
            in.alphas(),
            in.means(),
            in.icf(),
            in.x(),
            in.gamma(),
            in.m(),
            alphasDot,
            meansDot,
            icfDot);
    partials = Flat.of(hvp.alphas(), hvp.means(), hvp.icf());
    return hvp.value();
  }

  @Override
  public double hand() {
    double above = side(STEP, 1);
    double below = side(-STEP, 2);
    double[] high = Flat.of(alphas[1], means[1], icf[1]);
    double[] low = Flat.of(alphas[2], means[2], icf[2]);
    for (int i = 0; i < high.length; i++) {
      high[i] = (high[i] - low[i]) / (2 * STEP);
    }
    partials = high;
    return 0.5 * (above + below);
  }

  private double side(double step, int into) {
    move(in.alphas(), alphasDot, step, alphas[0]);
    for (int k = 0; k < alphasDot.length; k++) {
      move(in.means()[k], meansDot[k], step, means[0][k]);
      move(in.icf()[k], icfDot[k], step, icf[0][k]);
    }
    return byHand.gradient(
        alphas[0],
        means[0],
        icf[0],
        in.x(),
        in.gamma(),
        in.m(),
        alphas[into],
        means[into],
        icf[into]);
  }

  private static void move(double[] from, double[] direction, double step, double[] to) {
    for (int i = 0; i < from.length; i++) {
      to[i] = from[i] + step * direction[i];
    }
  }

  @Override
  public double[] partials() {
    return partials.clone();
  }

  @Override
  public double tolerance() {
    return 1e-6;
  }
}
