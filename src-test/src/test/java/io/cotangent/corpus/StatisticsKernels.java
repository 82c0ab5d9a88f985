package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Finance, filters, hidden states and small networks. */
final class StatisticsKernels {
  private StatisticsKernels() {}

  /** The price of a European call (Black and Scholes). */
  @Differentiable
  static double blackScholes(double spot, double strike, double rate, double sigma, double years) {
    double root = sigma * Math.sqrt(years);
    double d1 = (Math.log(spot / strike) + (rate + sigma * sigma / 2) * years) / root;
    return spot * normal(d1) - strike * Math.exp(-rate * years) * normal(d1 - root);
  }

  /** Standard normal distribution (Abramowitz and Stegun 26.2.17). */
  private static double normal(double x) {
    if (x < 0) {
      return 1 - normal(-x);
    }
    double t = 1 / (1 + 0.2316419 * x);
    double poly =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return 1 - Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * poly;
  }

  /** The price of an American put on a binomial tree (Cox, Ross and Rubinstein). */
  @Differentiable
  static double binomialPut(
      double spot, double strike, double rate, double sigma, double years, int steps) {
    double dt = years / steps;
    double up = Math.exp(sigma * Math.sqrt(dt));
    double down = 1 / up;
    double p = (Math.exp(rate * dt) - down) / (up - down);
    double discount = Math.exp(-rate * dt);
    double[] value = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      value[i] = Math.max(strike - spot * Math.pow(up, 2 * i - steps), 0);
    }
    for (int step = steps - 1; step >= 0; step--) {
      for (int i = 0; i <= step; i++) {
        double hold = discount * (p * value[i + 1] + (1 - p) * value[i]);
        double exercise = strike - spot * Math.pow(up, 2 * i - step);
        value[i] = hold > exercise ? hold : exercise;
      }
    }
    return value[0];
  }

  /** Log-likelihood of positions under a Kalman filter with constant velocity. */
  @Differentiable(wrt = {"process", "measurement", "dt"})
  static double kalman(double[] observed, double process, double measurement, double dt) {
    double x = 0;
    double v = 0;
    double pxx = 10;
    double pxv = 0;
    double pvv = 10;
    double logLikelihood = 0;
    for (double z : observed) {
      x += dt * v;
      pxx += dt * (2 * pxv + dt * pvv) + process * dt * dt * dt / 3;
      pxv += dt * pvv + process * dt * dt / 2;
      pvv += process * dt;
      double innovation = z - x;
      double s = pxx + measurement;
      logLikelihood -= 0.5 * (Math.log(2 * Math.PI * s) + innovation * innovation / s);
      double kx = pxx / s;
      double kv = pxv / s;
      x += kx * innovation;
      v += kv * innovation;
      pvv -= kv * pxv;
      pxv -= kx * pxv;
      pxx -= kx * pxx;
    }
    return logLikelihood;
  }

  /** Log-likelihood of symbols under a hidden Markov model: the scaled forward algorithm. */
  @Differentiable
  static double hiddenMarkov(
      double[] initial, double[][] transition, double[][] emission, int[] symbols) {
    int states = initial.length;
    double[] alpha = new double[states];
    for (int i = 0; i < states; i++) {
      alpha[i] = initial[i] * emission[i][symbols[0]];
    }
    double logLikelihood = 0;
    for (int t = 1; ; t++) {
      double scale = 0;
      for (double a : alpha) {
        scale += a;
      }
      logLikelihood += Math.log(scale);
      if (t == symbols.length) {
        return logLikelihood;
      }
      double[] next = new double[states];
      for (int j = 0; j < states; j++) {
        for (int i = 0; i < states; i++) {
          next[j] += alpha[i] / scale * transition[i][j];
        }
        next[j] *= emission[j][symbols[t]];
      }
      alpha = next;
    }
  }

  /** One cell of a long short-term memory; hidden and cell state are updated in place. */
  @Differentiable
  static void lstmCell(double[] hidden, double[] cell, double[] input, double[][] w, double[] b) {
    int n = hidden.length;
    double[] gates = new double[4 * n];
    for (int g = 0; g < 4 * n; g++) {
      double sum = b[g];
      for (int i = 0; i < n; i++) {
        sum += w[g][i] * hidden[i];
      }
      for (int i = 0; i < input.length; i++) {
        sum += w[g][n + i] * input[i];
      }
      gates[g] = g < 3 * n ? 1 / (1 + Math.exp(-sum)) : Math.tanh(sum);
    }
    for (int i = 0; i < n; i++) {
      cell[i] = gates[n + i] * cell[i] + gates[i] * gates[3 * n + i];
      hidden[i] = gates[2 * n + i] * Math.tanh(cell[i]);
    }
  }

  /** Mean squared error of a network with one hidden layer of tanh units. */
  @Differentiable(wrt = {"w1", "b1", "w2", "b2"})
  static double network(
      double[][] w1, double[] b1, double[] w2, double b2, double[][] inputs, double[] targets) {
    double loss = 0;
    for (int sample = 0; sample < inputs.length; sample++) {
      double output = b2;
      for (int unit = 0; unit < w1.length; unit++) {
        double sum = b1[unit];
        for (int i = 0; i < inputs[sample].length; i++) {
          sum += w1[unit][i] * inputs[sample][i];
        }
        output += w2[unit] * Math.tanh(sum);
      }
      double error = output - targets[sample];
      loss += error * error;
    }
    return loss / inputs.length;
  }
}
