package io.cotangent.examples;

import io.cotangent.Differentiable;

/**
 * The log posterior of a Gaussian mixture, as the ADBench suite defines it. A component's inverse
 * covariance is {@code Q^T Q} with a lower triangular {@code Q}, whose diagonal is kept as
 * logarithms.
 */
public final class Mixture {
  /** The constant as ADBench writes it. */
  private static final double PI = 3.14159265359;

  private Mixture() {}

  /**
   * The log likelihood of the points plus the Wishart prior of the components, but for a constant.
   *
   * @param alphas unnormalised log weights, one for each of K components
   * @param means K rows of length D
   * @param icf K rows: D logarithms of the diagonal of Q, then what is below it, column by column
   * @param x points, rows of length D
   * @param gamma scale of the prior
   * @param m degrees of freedom of the prior beyond D
   */
  @Differentiable(
      wrt = {"alphas", "means", "icf"},
      order = 2)
  public static double logPosterior(
      double[] alphas, double[][] means, double[][] icf, double[][] x, double gamma, int m) {
    int components = alphas.length;
    int dimension = means[0].length;
    double[] sumOfLogs = new double[components];
    double[][] diagonal = new double[components][dimension];
    for (int k = 0; k < components; k++) {
      for (int j = 0; j < dimension; j++) {
        sumOfLogs[k] += icf[k][j];
        diagonal[k][j] = Math.exp(icf[k][j]);
      }
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double[] terms = new double[components];
      for (int k = 0; k < components; k++) {
        double distance = squaredDistance(diagonal[k], icf[k], means[k], x[i]);
        terms[k] = alphas[k] + sumOfLogs[k] - 0.5 * distance;
      }
      sum += logSumExp(terms);
    }
    double normalisation = -x.length * dimension * 0.5 * Math.log(2 * PI);
    double likelihood = normalisation + sum - x.length * logSumExp(alphas);
    return likelihood + logPrior(diagonal, sumOfLogs, icf, gamma, m);
  }

  /** {@code |Q (point - mean)|^2}. */
  private static double squaredDistance(
      double[] diagonal, double[] icf, double[] mean, double[] point) {
    int dimension = mean.length;
    double[] centred = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      centred[j] = point[j] - mean[j];
    }
    double[] scaled = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      scaled[j] = diagonal[j] * centred[j];
    }
    int below = dimension;
    for (int column = 0; column < dimension; column++) {
      for (int row = column + 1; row < dimension; row++) {
        scaled[row] += icf[below] * centred[column];
        below++;
      }
    }
    double sum = 0;
    for (int j = 0; j < dimension; j++) {
      sum += scaled[j] * scaled[j];
    }
    return sum;
  }

  private static double logSumExp(double[] v) {
    double max = v[0];
    for (int k = 1; k < v.length; k++) {
      max = Math.max(max, v[k]);
    }
    double sum = 0;
    for (int k = 0; k < v.length; k++) {
      sum += Math.exp(v[k] - max);
    }
    return Math.log(sum) + max;
  }

  private static double logPrior(
      double[][] diagonal, double[] sumOfLogs, double[][] icf, double gamma, int m) {
    double sum = 0;
    for (int k = 0; k < diagonal.length; k++) {
      int dimension = diagonal[k].length;
      double squares = 0;
      for (int j = 0; j < dimension; j++) {
        squares += diagonal[k][j] * diagonal[k][j];
      }
      for (int j = dimension; j < icf[k].length; j++) {
        squares += icf[k][j] * icf[k][j];
      }
      sum += 0.5 * gamma * gamma * squares - m * sumOfLogs[k];
    }
    return sum;
  }
}
