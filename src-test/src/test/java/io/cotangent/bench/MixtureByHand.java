package io.cotangent.bench;

import java.util.Arrays;

/**
 * The adjoint of the mixture: each point is pushed forward and pulled back before the next one, in
 * buffers for one point.
 */
final class MixtureByHand {
  private final int components;
  private final int dimension;
  private final double[] sumOfLogs;
  private final double[][] diagonal;
  private final double[][] centred;
  private final double[][] scaled;
  private final double[] terms;
  private final double[] centredBar;

  MixtureByHand(int components, int dimension) {
    this.components = components;
    this.dimension = dimension;
    this.sumOfLogs = new double[components];
    this.diagonal = new double[components][dimension];
    this.centred = new double[components][dimension];
    this.scaled = new double[components][dimension];
    this.terms = new double[components];
    this.centredBar = new double[dimension];
  }

  /** The value; sets the buffers to the partials. */
  double gradient(
      double[] alphas,
      double[][] means,
      double[][] icf,
      double[][] x,
      double gamma,
      int m,
      double[] alphasBar,
      double[][] meansBar,
      double[][] icfBar) {
    Arrays.fill(alphasBar, 0);
    Flat.clear(meansBar);
    Flat.clear(icfBar);
    prepare(icf);
    double sum = 0;
    for (double[] point : x) {
      for (int k = 0; k < components; k++) {
        double distance =
            distance(diagonal[k], icf[k], means[k], point, centred[k], scaled[k], dimension);
        terms[k] = alphas[k] + sumOfLogs[k] - 0.5 * distance;
      }
      sum += softmax(terms);
      for (int k = 0; k < components; k++) {
        double weight = terms[k];
        alphasBar[k] += weight;
        pull(
            weight,
            diagonal[k],
            icf[k],
            centred[k],
            scaled[k],
            centredBar,
            meansBar[k],
            icfBar[k],
            dimension);
      }
    }
    double prior = prior(icf, gamma, m, alphasBar, icfBar);
    double weights = weights(alphas, x.length, alphasBar);
    double constant = -x.length * dimension * 0.5 * Math.log(2 * 3.14159265359);
    return constant + sum - weights + prior;
  }

  private void prepare(double[][] icf) {
    for (int k = 0; k < components; k++) {
      double sum = 0;
      for (int j = 0; j < dimension; j++) {
        sum += icf[k][j];
        diagonal[k][j] = Math.exp(icf[k][j]);
      }
      sumOfLogs[k] = sum;
    }
  }

  private static double distance(
      double[] diagonal,
      double[] icf,
      double[] mean,
      double[] point,
      double[] centred,
      double[] scaled,
      int dimension) {
    for (int j = 0; j < dimension; j++) {
      double difference = point[j] - mean[j];
      centred[j] = difference;
      scaled[j] = diagonal[j] * difference;
    }
    int below = dimension;
    for (int column = 0; column < dimension; column++) {
      double factor = centred[column];
      for (int row = column + 1; row < dimension; row++) {
        scaled[row] += icf[below++] * factor;
      }
    }
    double sum = 0;
    for (int j = 0; j < dimension; j++) {
      sum += scaled[j] * scaled[j];
    }
    return sum;
  }

  /** The logarithm of the sum of exponentials; leaves its partials in place of the terms. */
  private static double softmax(double[] terms) {
    double max = terms[0];
    for (int k = 1; k < terms.length; k++) {
      max = Math.max(max, terms[k]);
    }
    double sum = 0;
    for (int k = 0; k < terms.length; k++) {
      terms[k] = Math.exp(terms[k] - max);
      sum += terms[k];
    }
    double inverse = 1 / sum;
    for (int k = 0; k < terms.length; k++) {
      terms[k] *= inverse;
    }
    return Math.log(sum) + max;
  }

  /** What one component and point add: to the mean, the triangle and, not scaled, the diagonal. */
  private static void pull(
      double weight,
      double[] diagonal,
      double[] icf,
      double[] centred,
      double[] scaled,
      double[] centredBar,
      double[] meanBar,
      double[] icfBar,
      int dimension) {
    for (int j = 0; j < dimension; j++) {
      double bar = -weight * scaled[j];
      scaled[j] = bar;
      icfBar[j] += bar * centred[j];
      centredBar[j] = bar * diagonal[j];
    }
    int below = dimension;
    for (int column = 0; column < dimension; column++) {
      double factor = centred[column];
      double bar = centredBar[column];
      for (int row = column + 1; row < dimension; row++) {
        double scaledBar = scaled[row];
        icfBar[below] += scaledBar * factor;
        bar += scaledBar * icf[below];
        below++;
      }
      meanBar[column] -= bar;
    }
  }

  /** Also finishes the diagonal, for which {@code alphasBar} has the sums of weights. */
  private double prior(double[][] icf, double gamma, int m, double[] alphasBar, double[][] icfBar) {
    double sum = 0;
    double squared = gamma * gamma;
    for (int k = 0; k < components; k++) {
      double squares = 0;
      for (int j = 0; j < dimension; j++) {
        double d = diagonal[k][j];
        squares += d * d;
        icfBar[k][j] = (icfBar[k][j] + squared * d) * d + alphasBar[k] - m;
      }
      for (int j = dimension; j < icf[k].length; j++) {
        squares += icf[k][j] * icf[k][j];
        icfBar[k][j] += squared * icf[k][j];
      }
      sum += 0.5 * squared * squares - m * sumOfLogs[k];
    }
    return sum;
  }

  private double weights(double[] alphas, int points, double[] alphasBar) {
    System.arraycopy(alphas, 0, terms, 0, components);
    double value = points * softmax(terms);
    for (int k = 0; k < components; k++) {
      alphasBar[k] -= points * terms[k];
    }
    return value;
  }
}
