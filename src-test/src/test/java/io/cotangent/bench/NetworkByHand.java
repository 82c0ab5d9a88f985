package io.cotangent.bench;

import java.util.Arrays;

/** The adjoint of the network: four rows at a time forward, sample by sample. */
final class NetworkByHand {
  private NetworkByHand() {}

  /** The value; sets the buffers to the partials. The hidden layer is a multiple of four wide. */
  static double gradient(
      double[][] hidden,
      double[] hiddenBias,
      double[] output,
      double outputBias,
      double[][] inputs,
      double[] targets,
      double[][] hiddenBar,
      double[] hiddenBiasBar,
      double[] outputBar,
      double[] outputBiasBar,
      double[] activations) {
    Flat.clear(hiddenBar);
    Arrays.fill(hiddenBiasBar, 0);
    Arrays.fill(outputBar, 0);
    double total = 0;
    double biasBar = 0;
    for (int n = 0; n < inputs.length; n++) {
      double[] input = inputs[n];
      for (int j = 0; j < hidden.length; j += 4) {
        fourRows(hidden, hiddenBias, input, activations, j);
      }
      double predicted = outputBias;
      for (int j = 0; j < activations.length; j++) {
        predicted += output[j] * activations[j];
      }
      double difference = predicted - targets[n];
      total += 0.5 * difference * difference;
      double bar = difference / inputs.length;
      biasBar += bar;
      for (int j = 0; j < activations.length; j++) {
        double activation = activations[j];
        outputBar[j] += bar * activation;
        double sumBar = bar * output[j] * (1 - activation * activation);
        hiddenBiasBar[j] += sumBar;
        add(hiddenBar[j], sumBar, input);
      }
    }
    outputBiasBar[0] = biasBar;
    return total / inputs.length;
  }

  private static void fourRows(
      double[][] hidden, double[] bias, double[] input, double[] activations, int j) {
    double[] row0 = hidden[j];
    double[] row1 = hidden[j + 1];
    double[] row2 = hidden[j + 2];
    double[] row3 = hidden[j + 3];
    double sum0 = bias[j];
    double sum1 = bias[j + 1];
    double sum2 = bias[j + 2];
    double sum3 = bias[j + 3];
    for (int i = 0; i < input.length; i++) {
      double x = input[i];
      sum0 += row0[i] * x;
      sum1 += row1[i] * x;
      sum2 += row2[i] * x;
      sum3 += row3[i] * x;
    }
    activations[j] = Math.tanh(sum0);
    activations[j + 1] = Math.tanh(sum1);
    activations[j + 2] = Math.tanh(sum2);
    activations[j + 3] = Math.tanh(sum3);
  }

  private static void add(double[] bar, double factor, double[] input) {
    for (int i = 0; i < input.length; i++) {
      bar[i] += factor * input[i];
    }
  }
}
