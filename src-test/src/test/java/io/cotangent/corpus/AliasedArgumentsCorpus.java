package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Matrices that may share rows. */
final class AliasedArgumentsCorpus {

  private AliasedArgumentsCorpus() {}

  @Differentiable
  static double addRows(double[][] from, double[][] to) {
    double r = 0;
    for (int i = 0; i < from.length; i++) {
      for (int j = 0; j < from[i].length; j++) {
        to[i][j] += from[i][j] * from[i][j];
        r += to[i][j];
      }
    }
    return r;
  }
}
