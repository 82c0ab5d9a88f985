package io.cotangent.examples;

import io.cotangent.Differentiable;
import java.util.Locale;

/**
 * A small network that learns to solve {@code u'' = -u} with {@code u(0) = 1, u'(0) = 0}: its loss
 * contains the second derivative of the network with respect to time, which is two generated
 * gradients deep, and is differentiated with respect to the weights.
 */
public final class PhysicsInformed {
  private static final int NEURONS = 6;
  private static final int STEPS = 4000;

  private PhysicsInformed() {}

  /** The network: a weight, a frequency and a phase for each neuron. */
  @Differentiable
  static double network(double t, double[] w) {
    double sum = 0;
    for (int i = 0; i + 2 < w.length; i += 3) {
      sum += w[i] * Math.tanh(w[i + 1] * t + w[i + 2]);
    }
    return sum;
  }

  @Differentiable
  static double velocity(double t, double[] w) {
    return PhysicsInformedAdjoint.Network.gradient(t, w).t();
  }

  /** How badly the network solves the equation at the times, and how badly it starts. */
  @Differentiable(wrt = "w")
  static double loss(double[] w, double[] times) {
    double place = network(0, w) - 1;
    double speed = velocity(0, w);
    double loss = place * place + speed * speed;
    for (double t : times) {
      double error = PhysicsInformedAdjoint.Velocity.gradient(t, w).t() + network(t, w);
      loss += error * error / times.length;
    }
    return loss;
  }

  /** Trains by Adam and prints the solution beside the cosine. */
  public static void main(String[] args) {
    double[] w = train(STEPS);
    for (double t = 0; t <= 2; t += 0.5) {
      System.out.printf(Locale.ROOT, "u(%.1f) = %7.4f, cos %7.4f%n", t, network(t, w), Math.cos(t));
    }
  }

  /** The weights after so many steps of Adam's method. */
  static double[] train(int steps) {
    double[] times = new double[11];
    for (int i = 0; i < times.length; i++) {
      times[i] = 0.2 * i;
    }
    double[] w = new double[3 * NEURONS];
    for (int i = 0; i < w.length; i++) {
      w[i] = Math.sin(7 * i + 1);
    }
    double[] mean = new double[w.length];
    double[] square = new double[w.length];
    for (int step = 1; step <= steps; step++) {
      double[] gradient = PhysicsInformedAdjoint.Loss.gradient(w, times).w();
      for (int i = 0; i < w.length; i++) {
        mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
        square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
        double scale = Math.sqrt(square[i] / (1 - Math.pow(0.999, step))) + 1e-8;
        w[i] -= 0.01 * mean[i] / (1 - Math.pow(0.9, step)) / scale;
      }
    }
    return w;
  }
}
