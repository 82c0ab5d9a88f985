package io.cotangent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Compares a claim with differences: along a few random directions, the same each time, and, where
 * there are few numbers or a direction disagrees, along each number alone.
 */
final class Verdict {
  private static final int DIRECTIONS = 3;
  private static final int ALWAYS_ALONE = 50;
  private static final int AT_MOST_ALONE = 2_000;
  private static final int SHOWN = 5;
  private static final long SEED = 0x5eed;

  private final Claim claim;
  private final double tolerance;
  private final List<Finding> findings = new ArrayList<>();

  private record Finding(double excess, String text) {}

  Verdict(Claim claim, double tolerance) {
    this.claim = claim;
    this.tolerance = tolerance;
  }

  /**
   * Fails if the claim is wrong, or if differences cannot tell.
   *
   * @throws AssertionError whose message shows the worst partial derivatives
   */
  void require(String what) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < DIRECTIONS; i++) {
      judge(randomDirection(random), -1);
    }
    List<Finding> alongDirections = List.copyOf(findings);
    findings.clear();
    int size = claim.point().size();
    if (size <= ALWAYS_ALONE || !alongDirections.isEmpty()) {
      for (int i = 0; i < Math.min(size, AT_MOST_ALONE); i++) {
        double[] direction = new double[size];
        direction[i] = claim.point().scale(i);
        judge(direction, i);
      }
    }
    if (findings.isEmpty()) {
      findings.addAll(alongDirections);
    }
    if (!findings.isEmpty()) {
      throw new AssertionError(what + " disagrees with differences:" + worst());
    }
  }

  private double[] randomDirection(SplittableRandom random) {
    double[] direction = new double[claim.point().size()];
    for (int i = 0; i < direction.length; i++) {
      double length = 0.5 + 0.5 * random.nextDouble();
      direction[i] = (random.nextBoolean() ? length : -length) * claim.point().scale(i);
    }
    return direction;
  }

  /** Compares along one direction; {@code column} is the only number that moves, or negative. */
  private void judge(double[] direction, int column) {
    Differences differences = Differences.along(claim, direction, tolerance);
    for (int row = 0; row < differences.rows(); row++) {
      if (!differences.agree(row)) {
        double scale = column < 0 ? 1 : direction[column];
        String name = "along a random direction";
        if (column >= 0) {
          name = "d" + claim.rows().get(row) + "/d" + claim.columns().get(column);
        }
        String text = name + ": " + describe(differences, row, direction, scale);
        findings.add(new Finding(differences.excess(row), text));
      }
    }
  }

  private String describe(Differences differences, int row, double[] direction, double scale) {
    double claimed = claim.inner(row, direction) / scale;
    double seen = claimed + differences.residual(row) / scale;
    double bound = differences.bound(row) / Math.abs(scale);
    String text = "generated " + claimed + ", differences " + seen + within(bound);
    if (differences.areRough(row)) {
      return text + ": too rough to tell; the method is not smooth here, or noisy";
    }
    return text;
  }

  private static String within(double bound) {
    return String.format(Locale.ROOT, " (within %.1e)", bound);
  }

  private String worst() {
    findings.sort(Comparator.comparingDouble(Finding::excess).reversed());
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
      text.append("\n  ").append(finding.text());
    }
    if (findings.size() > SHOWN) {
      text.append("\n  and ").append(findings.size() - SHOWN).append(" more");
    }
    return text.toString();
  }
}
