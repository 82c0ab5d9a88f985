package io.cotangent.bench;

import io.cotangent.Differentiable;

/** A network with one hidden layer. */
final class Network {
  private Network() {}

  /** Half the mean squared error over a batch. */
  @Differentiable(wrt = {"hidden", "hiddenBias", "output", "outputBias"})
  static double loss(
      double[][] hidden,
      double[] hiddenBias,
      double[] output,
      double outputBias,
      double[][] inputs,
      double[] targets) {
    double total = 0;
    double[] activations = new double[hidden.length];
    for (int n = 0; n < inputs.length; n++) {
      double[] input = inputs[n];
      for (int j = 0; j < hidden.length; j++) {
        double[] weights = hidden[j];
        double sum = hiddenBias[j];
        for (int i = 0; i < input.length; i++) {
          sum += weights[i] * input[i];
        }
        activations[j] = Math.tanh(sum);
      }
      double predicted = outputBias;
      for (int j = 0; j < activations.length; j++) {
        predicted += output[j] * activations[j];
      }
      double difference = predicted - targets[n];
      total += 0.5 * difference * difference;
    }
    return total / inputs.length;
  }
}
