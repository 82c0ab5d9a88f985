package io.cotangent.adbench;

import io.cotangent.Differentiable;

/**
 * ADBench's recurrent network: layers of long short-term memory with diagonal weights that predict
 * the next character of a sequence.
 */
public final class Lstm {
  private Lstm() {}

  /**
   * The mean cross entropy of the predictions.
   *
   * @param main for each layer four rows of weights, then four of biases, each row one number a bit
   * @param extra input weights, output weights, output biases
   * @param initial for each layer the hidden state, then the cell state
   * @param sequence the bits of each character
   */
  @Differentiable(wrt = {"main", "extra"})
  public static double loss(
      double[] main, double[] extra, double[] initial, double[][] sequence, int layers) {
    int bits = sequence[0].length;
    double[] state = initial.clone();
    double[] predicted = new double[bits];
    double total = 0;
    int count = 0;
    for (int t = 0; t < sequence.length - 1; t++) {
      predict(main, extra, state, sequence[t], predicted, layers);
      double normaliser = logSumExp(predicted);
      double[] next = sequence[t + 1];
      for (int i = 0; i < bits; i++) {
        total += next[i] * (predicted[i] - normaliser);
      }
      count += bits;
    }
    return -total / count;
  }

  /** Feeds one character through all layers, whose state moves on. */
  private static void predict(
      double[] main,
      double[] extra,
      double[] state,
      double[] input,
      double[] predicted,
      int layers) {
    int bits = input.length;
    for (int i = 0; i < bits; i++) {
      predicted[i] = input[i] * extra[i];
    }
    for (int layer = 0; layer < layers; layer++) {
      step(main, 8 * bits * layer, state, 2 * bits * layer, predicted);
    }
    for (int i = 0; i < bits; i++) {
      predicted[i] = predicted[i] * extra[bits + i] + extra[2 * bits + i];
    }
  }

  /** One step of one layer: its output takes the place of its input. */
  private static void step(double[] main, int weight, double[] state, int hidden, double[] input) {
    int bits = input.length;
    int bias = weight + 4 * bits;
    int cell = hidden + bits;
    for (int i = 0; i < bits; i++) {
      double forget = sigmoid(input[i] * main[weight + i] + main[bias + i]);
      double ingate = sigmoid(state[hidden + i] * main[weight + bits + i] + main[bias + bits + i]);
      double outgate = sigmoid(input[i] * main[weight + 2 * bits + i] + main[bias + 2 * bits + i]);
      double change =
          Math.tanh(state[hidden + i] * main[weight + 3 * bits + i] + main[bias + 3 * bits + i]);
      state[cell + i] = state[cell + i] * forget + ingate * change;
      state[hidden + i] = outgate * Math.tanh(state[cell + i]);
      input[i] = state[hidden + i];
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double logSumExp(double[] v) {
    double sum = 2;
    for (double x : v) {
      sum += Math.exp(x);
    }
    return Math.log(sum);
  }
}
