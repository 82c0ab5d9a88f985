package io.cotangent.bench;

import io.cotangent.adbench.MixtureInstance;
import io.cotangent.examples.Mixture;
import io.cotangent.examples.MixtureAdjoint;
import io.cotangent.runtime.Tape;
import java.util.Arrays;

/** The mixture of the examples on ADBench's data. */
final class MixtureKernel implements Kernel {
  private final Tape tape = new Tape();
  private final MixtureInstance in;
  private final MixtureByHand byHand;
  private final double[] alphasBar;
  private final double[][] meansBar;
  private final double[][] icfBar;

  MixtureKernel(MixtureInstance in) {
    this.in = in;
    int components = in.alphas().length;
    int dimension = in.means()[0].length;
    byHand = new MixtureByHand(components, dimension);
    alphasBar = new double[components];
    meansBar = new double[components][dimension];
    icfBar = new double[components][in.icf()[0].length];
  }

  @Override
  public double primal() {
    return Mixture.logPosterior(in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
  }

  @Override
  public double gradient() {
    Arrays.fill(alphasBar, 0);
    Flat.clear(meansBar);
    Flat.clear(icfBar);
    return MixtureAdjoint.LogPosterior.vjp(
        tape,
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
  }

  @Override
  public double hand() {
    return byHand.gradient(
        in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m(), alphasBar, meansBar, icfBar);
  }

  @Override
  public double[] partials() {
    return Flat.of(alphasBar, meansBar, icfBar);
  }
}
