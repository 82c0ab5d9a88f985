package io.cotangent.bench;

import io.cotangent.runtime.Tape;
import java.util.Arrays;
import java.util.Random;

/** {@link Network#loss} with 64 inputs, 64 hidden units and a batch of 128. */
final class NetworkKernel implements Kernel {
  private static final int WIDTH = 64;
  private static final int BATCH = 128;

  private final Tape tape = new Tape();
  private final double[][] hidden = new double[WIDTH][];
  private final double[] hiddenBias;
  private final double[] output;
  private final double[][] inputs = new double[BATCH][];
  private final double[] targets;
  private final double[][] hiddenBar = new double[WIDTH][WIDTH];
  private final double[] hiddenBiasBar = new double[WIDTH];
  private final double[] outputBar = new double[WIDTH];
  private final double[] outputBiasBar = new double[1];
  private final double[] activations = new double[WIDTH];

  NetworkKernel() {
    Random random = new Random(8);
    Arrays.setAll(hidden, j -> random.doubles(WIDTH, -0.2, 0.2).toArray());
    hiddenBias = random.doubles(WIDTH, -0.2, 0.2).toArray();
    output = random.doubles(WIDTH, -0.2, 0.2).toArray();
    Arrays.setAll(inputs, n -> random.doubles(WIDTH, -1, 1).toArray());
    targets = random.doubles(BATCH, -1, 1).toArray();
  }

  @Override
  public double primal() {
    return Network.loss(hidden, hiddenBias, output, 0.1, inputs, targets);
  }

  @Override
  public double gradient() {
    Flat.clear(hiddenBar);
    Arrays.fill(hiddenBiasBar, 0);
    Arrays.fill(outputBar, 0);
    outputBiasBar[0] = 0;
    return NetworkAdjoint.Loss.vjp(
        tape,
        hidden,
        hiddenBias,
        output,
        0.1,
        inputs,
        targets,
        1,
        hiddenBar,
        hiddenBiasBar,
        outputBar,
        outputBiasBar);
  }

  @Override
  public double hand() {
    return NetworkByHand.gradient(
        hidden,
        hiddenBias,
        output,
        0.1,
        inputs,
        targets,
        hiddenBar,
        hiddenBiasBar,
        outputBar,
        outputBiasBar,
        activations);
  }

  @Override
  public double[] partials() {
    return Flat.of(hiddenBar, hiddenBiasBar, outputBar, outputBiasBar);
  }
}
