package io.cotangent.fuzz.interpret;

/** The chain rule for one operation: one operand's share at a time. */
final class Rule {
  /** Programs with larger derivatives are not used: nothing could be compared. */
  private static final double LIMIT = 1e8;

  private final double value;
  private double[] partials;
  private double[] scales;

  Rule(double value) {
    if (!Double.isFinite(value)) {
      throw new Unsuitable("not finite");
    }
    this.value = value;
  }

  /** Adds the share of an operand. */
  Rule times(Real operand, double partial) {
    return times(operand, partial, Math.abs(partial));
  }

  /**
   * Adds the share of an operand.
   *
   * @param scale the largest term in the formula of the partial
   */
  Rule times(Real operand, double partial, double scale) {
    if (operand.partials() == null) {
      return this;
    }
    if (!Double.isFinite(partial)) {
      throw new Unsuitable("singular");
    }
    int n = operand.partials().length;
    if (partials == null) {
      partials = new double[n];
      scales = new double[n];
    }
    for (int i = 0; i < n; i++) {
      partials[i] += partial * operand.partials()[i];
      scales[i] += scale * operand.scales()[i];
      if (scales[i] > LIMIT) {
        throw new Unsuitable("steep");
      }
    }
    return this;
  }

  Real real() {
    return new Real(value, partials, scales);
  }
}
