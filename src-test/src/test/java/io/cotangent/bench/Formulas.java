package io.cotangent.bench;

import io.cotangent.Differentiable;

/** Straight-line code over scalars. */
final class Formulas {
  private Formulas() {}

  /** Two inputs, arithmetic and three transcendental functions. */
  @Differentiable
  static double wave(double x, double y) {
    double product = x * y;
    double phase = Math.sin(product) + x / y;
    double damping = Math.exp(-phase * phase);
    return damping * product + Math.log(x + y);
  }

  /**
   * The weight of a light aircraft's wing, a usual test function with ten inputs (Forrester,
   * Sobester and Keane 2008).
   */
  @Differentiable
  static double wingWeight(
      double area,
      double fuel,
      double aspect,
      double sweep,
      double pressure,
      double taper,
      double thickness,
      double load,
      double gross,
      double paint) {
    double cosine = Math.cos(sweep);
    double shape =
        0.036
            * Math.pow(area, 0.758)
            * Math.pow(fuel, 0.0035)
            * Math.pow(aspect / (cosine * cosine), 0.6)
            * Math.pow(pressure, 0.006)
            * Math.pow(taper, 0.04);
    double strength = Math.pow(100 * thickness / cosine, -0.3) * Math.pow(load * gross, 0.49);
    return shape * strength + area * paint;
  }
}
