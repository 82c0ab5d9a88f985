package io.cotangent;

/**
 * Both sides of one central difference.
 *
 * @param claim what is checked
 * @param width the step
 * @param plus the results on one side
 * @param minus the results on the other
 * @param direction half the distance between the sides, over the step
 */
record Step(Claim claim, double width, double[] plus, double[] minus, double[] direction) {

  /** Evaluates on both sides. */
  static Step take(Claim claim, double[] direction, double width) {
    Point point = claim.point();
    Object[] above = point.moved(direction, width);
    Object[] below = point.moved(direction, -width);
    double[] upper = point.numbers(above);
    double[] lower = point.numbers(below);
    double[] moved = new double[upper.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = (upper[i] - lower[i]) / (2 * width);
    }
    double[] plus = claim.results(above);
    double[] minus = claim.results(below);
    return new Step(claim, width, plus, minus, moved);
  }

  /** Whether there are results on both sides. */
  boolean isComplete() {
    int rows = claim.matrix().length;
    return plus.length == rows && minus.length == rows;
  }

  private double difference(int row) {
    return (plus[row] - minus[row]) / (2 * width);
  }

  /** The difference less what is claimed. */
  double residual(int row) {
    return difference(row) - claim.inner(row, direction);
  }

  /** What rounding of the results can make of the difference. */
  double rounding(int row) {
    return claim.precision().rounding() * largest(row) / width;
  }

  /** The sizes of the difference and of what is claimed. */
  double size(int row) {
    return Math.abs(difference(row)) + claim.innerSize(row, direction);
  }

  /** The larger result, without its sign. */
  double largest(int row) {
    return Math.max(Math.abs(plus[row]), Math.abs(minus[row]));
  }
}
