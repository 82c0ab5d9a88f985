package io.cotangent.runtime;

/** Powers of which the next one is known. */
public final class Powers {
  private Powers() {}

  /**
   * {@code pow(x, exponent)} to three units in the last place. A division is enough wherever
   * neither power is so small that digits are lost, or infinite.
   *
   * @param next {@code pow(x, exponent + 1)}
   */
  public static double below(double x, double exponent, double next) {
    double power = next / x;
    return isNormal(next) && isNormal(power) ? power : Math.pow(x, exponent);
  }

  private static boolean isNormal(double number) {
    double size = Math.abs(number);
    return size >= Double.MIN_NORMAL && size <= Double.MAX_VALUE;
  }
}
