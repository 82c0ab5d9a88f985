package io.cotangent.fuzz.interpret;

/**
 * A number with its derivatives.
 *
 * @param value of type float or double, as the place it is in says
 * @param partials with respect to each input; null for a constant
 * @param scales for each input the sum over all paths of the magnitudes of what they contribute:
 *     the error a partial may have is relative to that
 */
public record Real(double value, double[] partials, double[] scales) {
  static final Real ZERO = new Real(0, null, null);

  static Real constant(double value) {
    return new Real(value, null, null);
  }

  /** The same derivatives at a rounded value. */
  Real rounded() {
    return value == (float) value ? this : new Real((float) value, partials, scales);
  }
}
