package io.cotangent.bench;

import io.cotangent.adbench.Lstm;
import io.cotangent.adbench.LstmAdjoint;
import io.cotangent.adbench.LstmInstance;
import io.cotangent.runtime.Tape;
import java.util.Arrays;

/** ADBench's recurrent network. */
final class LstmKernel implements Kernel {
  private final Tape tape = new Tape();
  private final LstmInstance in;
  private final LstmByHand byHand;
  private final double[] mainBar;
  private final double[] extraBar;

  LstmKernel(LstmInstance in) {
    this.in = in;
    byHand = new LstmByHand(in);
    mainBar = new double[in.main().length];
    extraBar = new double[in.extra().length];
  }

  @Override
  public double primal() {
    return Lstm.loss(in.main(), in.extra(), in.state(), in.sequence(), in.layers());
  }

  @Override
  public double gradient() {
    Arrays.fill(mainBar, 0);
    Arrays.fill(extraBar, 0);
    return LstmAdjoint.Loss.vjp(
        tape, in.main(), in.extra(), in.state(), in.sequence(), in.layers(), 1, mainBar, extraBar);
  }

  @Override
  public double hand() {
    return byHand.gradient(mainBar, extraBar);
  }

  @Override
  public double[] partials() {
    return Flat.of(mainBar, extraBar);
  }
}
