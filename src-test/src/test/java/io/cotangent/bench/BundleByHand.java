package io.cotangent.bench;

/** Both rows of an observation's Jacobian, pulled back over one projection. */
final class BundleByHand {
  private static final int BLOCK = 15;

  private final double[] errors = new double[2];

  /** The errors of the last observation. */
  double[] errors() {
    return errors;
  }

  /** Writes two rows of fifteen numbers: camera, point, weight. */
  void block(double[] camera, double[] point, double w, double[] feature, double[] out, int at) {
    double v0 = point[0] - camera[3];
    double v1 = point[1] - camera[4];
    double v2 = point[2] - camera[5];
    double squared = camera[0] * camera[0] + camera[1] * camera[1] + camera[2] * camera[2];
    double angle = Math.sqrt(squared);
    boolean turned = squared != 0;
    double inverse = turned ? 1 / angle : 1;
    double s = turned ? Math.sin(angle) : 1;
    double c = turned ? Math.cos(angle) : 1;
    double a0 = camera[0] * inverse;
    double a1 = camera[1] * inverse;
    double a2 = camera[2] * inverse;
    double n0 = a1 * v2 - a2 * v1;
    double n1 = a2 * v0 - a0 * v2;
    double n2 = a0 * v1 - a1 * v0;
    double dot = a0 * v0 + a1 * v1 + a2 * v2;
    double along = dot * (1 - c);
    double x0 = v0 * c + n0 * s + a0 * along;
    double x1 = v1 * c + n1 * s + a1 * along;
    double x2 = v2 * c + n2 * s + a2 * along;
    double depth = 1 / x2;
    double p0 = x0 * depth;
    double p1 = x1 * depth;
    double radius = p0 * p0 + p1 * p1;
    double distortion = 1 + camera[9] * radius + camera[10] * radius * radius;
    double f = camera[6];
    double slope = 2 * (camera[9] + 2 * camera[10] * radius);
    double cross = w * f * slope * p0 * p1;
    double d0 = w * f * distortion;
    double e0 = f * p0 * distortion + camera[7] - feature[0];
    double e1 = f * p1 * distortion + camera[8] - feature[1];
    errors[0] = w * e0;
    errors[1] = w * e1;
    for (int row = 0; row < 2; row++) {
      boolean first = row == 0;
      double q0 = first ? d0 + w * f * slope * p0 * p0 : cross;
      double q1 = first ? cross : d0 + w * f * slope * p1 * p1;
      double g0 = q0 * depth;
      double g1 = q1 * depth;
      double g2 = -(q0 * p0 + q1 * p1) * depth;
      double ga = g0 * a0 + g1 * a1 + g2 * a2;
      double k = ga * (1 - c);
      double m0 = g1 * a2 - g2 * a1;
      double m1 = g2 * a0 - g0 * a2;
      double m2 = g0 * a1 - g1 * a0;
      double vBar0 = g0 * c + m0 * s + a0 * k;
      double vBar1 = g1 * c + m1 * s + a1 * k;
      double vBar2 = g2 * c + m2 * s + a2 * k;
      double angleBar =
          turned
              ? c * (g0 * n0 + g1 * n1 + g2 * n2) + s * (ga * dot - g0 * v0 - g1 * v1 - g2 * v2)
              : 0;
      double b0 = s * (v1 * g2 - v2 * g1) + (1 - c) * g0 * dot + v0 * k;
      double b1 = s * (v2 * g0 - v0 * g2) + (1 - c) * g1 * dot + v1 * k;
      double b2 = s * (v0 * g1 - v1 * g0) + (1 - c) * g2 * dot + v2 * k;
      double radial = turned ? angleBar - (b0 * a0 + b1 * a1 + b2 * a2) * inverse : 0;
      double p = first ? p0 : p1;
      int o = at + BLOCK * row;
      out[o] = b0 * inverse + a0 * radial;
      out[o + 1] = b1 * inverse + a1 * radial;
      out[o + 2] = b2 * inverse + a2 * radial;
      out[o + 3] = -vBar0;
      out[o + 4] = -vBar1;
      out[o + 5] = -vBar2;
      out[o + 6] = w * p * distortion;
      out[o + 7] = first ? w : 0;
      out[o + 8] = first ? 0 : w;
      out[o + 9] = w * f * p * radius;
      out[o + 10] = w * f * p * radius * radius;
      out[o + 11] = vBar0;
      out[o + 12] = vBar1;
      out[o + 13] = vBar2;
      out[o + 14] = first ? e0 : e1;
    }
  }
}
