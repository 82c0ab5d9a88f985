package io.cotangent.examples;

/** The parameters of a mixture, as the objective takes them and as an optimiser does. */
record Parameters(double[] alphas, double[][] means, double[][] icf) {
  /** One vector: weights, means, factors. */
  double[] pack() {
    int components = alphas.length;
    int dimension = means[0].length;
    int factor = icf[0].length;
    double[] packed = new double[components * (1 + dimension + factor)];
    System.arraycopy(alphas, 0, packed, 0, components);
    for (int k = 0; k < components; k++) {
      System.arraycopy(means[k], 0, packed, components + k * dimension, dimension);
      System.arraycopy(icf[k], 0, packed, components * (1 + dimension) + k * factor, factor);
    }
    return packed;
  }

  /** The inverse of {@link #pack}. */
  static Parameters unpack(double[] packed, int components, int dimension) {
    int factor = dimension * (dimension + 1) / 2;
    double[] alphas = new double[components];
    double[][] means = new double[components][dimension];
    double[][] icf = new double[components][factor];
    System.arraycopy(packed, 0, alphas, 0, components);
    for (int k = 0; k < components; k++) {
      System.arraycopy(packed, components + k * dimension, means[k], 0, dimension);
      System.arraycopy(packed, components * (1 + dimension) + k * factor, icf[k], 0, factor);
    }
    return new Parameters(alphas, means, icf);
  }
}
