package io.cotangent.bench;

import io.cotangent.adbench.LstmInstance;
import java.util.Arrays;

/** The adjoint of the recurrent network: the gates of all steps are kept, nothing else is. */
final class LstmByHand {
  private static final int KEPT = 8;

  private final LstmInstance in;
  private final int bits;
  private final int steps;
  private final double[] state;
  private final double[] stateBar;
  private final double[] input;
  private final double[] inputBar;
  private final double[] kept;
  private final double[] last;
  private final double[] shares;

  LstmByHand(LstmInstance in) {
    this.in = in;
    bits = in.sequence()[0].length;
    steps = in.sequence().length - 1;
    state = new double[in.state().length];
    stateBar = new double[in.state().length];
    input = new double[bits];
    inputBar = new double[bits];
    kept = new double[steps * in.layers() * bits * KEPT];
    last = new double[steps * bits];
    shares = new double[steps * bits];
  }

  /** The value; sets the buffers to the partials. */
  double gradient(double[] mainBar, double[] extraBar) {
    Arrays.fill(mainBar, 0);
    Arrays.fill(extraBar, 0);
    Arrays.fill(stateBar, 0);
    System.arraycopy(in.state(), 0, state, 0, state.length);
    double total = 0;
    for (int t = 0; t < steps; t++) {
      total += forward(t);
    }
    int count = steps * bits;
    for (int t = steps - 1; t >= 0; t--) {
      reverse(t, -1.0 / count, mainBar, extraBar);
    }
    return -total / count;
  }

  private double forward(int t) {
    double[] extra = in.extra();
    double[] character = in.sequence()[t];
    for (int i = 0; i < bits; i++) {
      input[i] = character[i] * extra[i];
    }
    for (int layer = 0; layer < in.layers(); layer++) {
      step(
          in.main(),
          8 * bits * layer,
          state,
          2 * bits * layer,
          input,
          kept,
          (t * in.layers() + layer) * bits * KEPT,
          bits);
    }
    double sum = 2;
    int at = t * bits;
    for (int i = 0; i < bits; i++) {
      last[at + i] = input[i];
      input[i] = input[i] * extra[bits + i] + extra[2 * bits + i];
      double power = Math.exp(input[i]);
      shares[at + i] = power;
      sum += power;
    }
    double normaliser = Math.log(sum);
    double[] next = in.sequence()[t + 1];
    double total = 0;
    double ones = 0;
    for (int i = 0; i < bits; i++) {
      total += next[i] * (input[i] - normaliser);
      ones += next[i];
    }
    double factor = ones / sum;
    for (int i = 0; i < bits; i++) {
      shares[at + i] = next[i] - shares[at + i] * factor;
    }
    return total;
  }

  private static void step(
      double[] main,
      int weight,
      double[] state,
      int hidden,
      double[] input,
      double[] kept,
      int at,
      int bits) {
    int bias = weight + 4 * bits;
    for (int i = 0; i < bits; i++) {
      double x = input[i];
      double h = state[hidden + i];
      double c = state[hidden + bits + i];
      double forget = 1 / (1 + Math.exp(-(x * main[weight + i] + main[bias + i])));
      double ingate = 1 / (1 + Math.exp(-(h * main[weight + bits + i] + main[bias + bits + i])));
      double outgate =
          1 / (1 + Math.exp(-(x * main[weight + 2 * bits + i] + main[bias + 2 * bits + i])));
      double change = Math.tanh(h * main[weight + 3 * bits + i] + main[bias + 3 * bits + i]);
      double cell = c * forget + ingate * change;
      double squashed = Math.tanh(cell);
      int k = at + i * KEPT;
      kept[k] = x;
      kept[k + 1] = h;
      kept[k + 2] = c;
      kept[k + 3] = forget;
      kept[k + 4] = ingate;
      kept[k + 5] = outgate;
      kept[k + 6] = change;
      kept[k + 7] = squashed;
      state[hidden + bits + i] = cell;
      state[hidden + i] = outgate * squashed;
      input[i] = outgate * squashed;
    }
  }

  private void reverse(int t, double seed, double[] mainBar, double[] extraBar) {
    double[] extra = in.extra();
    int at = t * bits;
    for (int i = 0; i < bits; i++) {
      double bar = seed * shares[at + i];
      extraBar[2 * bits + i] += bar;
      extraBar[bits + i] += bar * last[at + i];
      inputBar[i] = bar * extra[bits + i];
    }
    for (int layer = in.layers() - 1; layer >= 0; layer--) {
      pull(
          in.main(),
          mainBar,
          8 * bits * layer,
          stateBar,
          2 * bits * layer,
          inputBar,
          kept,
          (t * in.layers() + layer) * bits * KEPT,
          bits);
    }
    double[] character = in.sequence()[t];
    for (int i = 0; i < bits; i++) {
      extraBar[i] += inputBar[i] * character[i];
    }
  }

  private static void pull(
      double[] main,
      double[] mainBar,
      int weight,
      double[] stateBar,
      int hidden,
      double[] inputBar,
      double[] kept,
      int at,
      int bits) {
    int bias = weight + 4 * bits;
    for (int i = 0; i < bits; i++) {
      int k = at + i * KEPT;
      double x = kept[k];
      double h = kept[k + 1];
      double forget = kept[k + 3];
      double ingate = kept[k + 4];
      double outgate = kept[k + 5];
      double change = kept[k + 6];
      double squashed = kept[k + 7];
      double bar = inputBar[i] + stateBar[hidden + i];
      double cellBar = bar * outgate * (1 - squashed * squashed) + stateBar[hidden + bits + i];
      double outBar = bar * squashed * outgate * (1 - outgate);
      double forgetBar = cellBar * kept[k + 2] * forget * (1 - forget);
      double inBar = cellBar * change * ingate * (1 - ingate);
      double changeBar = cellBar * ingate * (1 - change * change);
      mainBar[weight + i] += forgetBar * x;
      mainBar[bias + i] += forgetBar;
      mainBar[weight + bits + i] += inBar * h;
      mainBar[bias + bits + i] += inBar;
      mainBar[weight + 2 * bits + i] += outBar * x;
      mainBar[bias + 2 * bits + i] += outBar;
      mainBar[weight + 3 * bits + i] += changeBar * h;
      mainBar[bias + 3 * bits + i] += changeBar;
      stateBar[hidden + bits + i] = cellBar * forget;
      stateBar[hidden + i] =
          inBar * main[weight + bits + i] + changeBar * main[weight + 3 * bits + i];
      inputBar[i] = forgetBar * main[weight + i] + outBar * main[weight + 2 * bits + i];
    }
  }
}
