package io.cotangent;

import java.util.Arrays;

/**
 * What differences say about a claim along one direction, for each result.
 *
 * <p>With {@code e} the distance actually moved, which rounding may have changed, the residual of a
 * step h is {@code r(h) = (f(x + h e) - f(x - h e)) / 2h - claimed . e}. It is c + O(h^2) for a
 * claim that is wrong by c, so that {@code (4 r(h/2) - r(h)) / 3} is c + O(h^4) (Richardson). How
 * far r(h) and r(h/2) are apart, and the rounding of f over h, bound what is not known. Steps
 * become smaller until that bound is small; the step with the smallest bound counts.
 */
final class Differences {
  private final Claim claim;
  private final double tolerance;
  private final double[] residual;
  private final double[] bound;
  private final double[] size;
  private final double[] largest;

  private Differences(Claim claim, double tolerance) {
    this.claim = claim;
    this.tolerance = tolerance;
    int rows = claim.matrix().length;
    residual = new double[rows];
    bound = new double[rows];
    size = new double[rows];
    largest = new double[rows];
    Arrays.fill(bound, Double.POSITIVE_INFINITY);
  }

  /** Takes the differences. */
  static Differences along(Claim claim, double[] direction, double tolerance) {
    Differences differences = new Differences(claim, tolerance);
    int exponent = Precision.LARGEST_STEP;
    while (exponent >= claim.precision().smallestStep() && !differences.areSharp()) {
      Step whole = Step.take(claim, direction, Math.scalb(1.0, exponent));
      Step half = Step.take(claim, direction, Math.scalb(1.0, exponent - 1));
      if (whole.isComplete() && half.isComplete()) {
        differences.compare(whole, half);
      }
      exponent -= 3;
    }
    return differences;
  }

  private void compare(Step whole, Step half) {
    for (int i = 0; i < residual.length; i++) {
      largest[i] = Math.max(largest[i], finite(whole.largest(i)));
      double distance = Math.abs(half.residual(i) - whole.residual(i)) + half.rounding(i);
      if (distance < bound[i]) {
        bound[i] = distance;
        residual[i] = (4 * half.residual(i) - whole.residual(i)) / 3;
        size[i] = half.size(i) + claim.precision().floor() * largest[i];
      }
    }
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  private boolean areSharp() {
    for (int i = 0; i < bound.length; i++) {
      if (!(bound[i] <= 0.01 * tolerance * size[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the differences are too rough to judge by, and do not contradict the claim either. */
  boolean areRough(int row) {
    return !(bound[row] <= tolerance * size[row]) && !(Math.abs(residual[row]) > 10 * bound[row]);
  }

  /** Whether the claim is right as far as can be seen. */
  boolean agree(int row) {
    return bound[row] <= tolerance * size[row]
        && Math.abs(residual[row]) <= 2 * tolerance * size[row];
  }

  /** How wrong the claim is: what is to be added to it. */
  double residual(int row) {
    return residual[row];
  }

  /** How sure that is. */
  double bound(int row) {
    return bound[row];
  }

  /** The error in units of what is allowed. */
  double excess(int row) {
    double error = Math.max(Math.abs(residual[row]), bound[row]);
    return error / (tolerance * Math.max(size[row], Double.MIN_NORMAL));
  }

  /** The number of results. */
  int rows() {
    return claim.matrix().length;
  }
}
