package io.cotangent.bench;

/** The adjoint of {@link Orbits#predators}: states are kept, stages computed again. */
final class PredatorsByHand {
  private static final double H = 1e-3;

  private final double[] xs;
  private final double[] ys;

  PredatorsByHand(int steps) {
    xs = new double[steps];
    ys = new double[steps];
  }

  /** The value; sets six partials, in the order of the parameters. */
  double gradient(
      double prey,
      double hunters,
      double b,
      double u,
      double d,
      double f,
      int steps,
      double[][] bars) {
    double x = prey;
    double y = hunters;
    for (int i = 0; i < steps; i++) {
      xs[i] = x;
      ys[i] = y;
      double x1 = x * (b - u * y);
      double y1 = y * (f * x - d);
      double xa = x + 0.5 * H * x1;
      double ya = y + 0.5 * H * y1;
      double x2 = xa * (b - u * ya);
      double y2 = ya * (f * xa - d);
      double xb = x + 0.5 * H * x2;
      double yb = y + 0.5 * H * y2;
      double x3 = xb * (b - u * yb);
      double y3 = yb * (f * xb - d);
      double xc = x + H * x3;
      double yc = y + H * y3;
      double x4 = xc * (b - u * yc);
      double y4 = yc * (f * xc - d);
      x += H / 6 * (x1 + 2 * x2 + 2 * x3 + x4);
      y += H / 6 * (y1 + 2 * y2 + 2 * y3 + y4);
    }
    reverse(b, u, d, f, steps, bars);
    return y;
  }

  private void reverse(double b, double u, double d, double f, int steps, double[][] bars) {
    double xBar = 0;
    double yBar = 1;
    double bBar = 0;
    double uBar = 0;
    double dBar = 0;
    double fBar = 0;
    for (int i = steps - 1; i >= 0; i--) {
      double x = xs[i];
      double y = ys[i];
      double r1 = b - u * y;
      double s1 = f * x - d;
      double xa = x + 0.5 * H * x * r1;
      double ya = y + 0.5 * H * y * s1;
      double r2 = b - u * ya;
      double s2 = f * xa - d;
      double xb = x + 0.5 * H * xa * r2;
      double yb = y + 0.5 * H * ya * s2;
      double r3 = b - u * yb;
      double s3 = f * xb - d;
      double xc = x + H * xb * r3;
      double yc = y + H * yb * s3;
      double r4 = b - u * yc;
      double s4 = f * xc - d;
      double p4 = H / 6 * xBar;
      double q4 = H / 6 * yBar;
      double pr4 = p4 * xc;
      double qs4 = q4 * yc;
      double xcBar = p4 * r4 + qs4 * f;
      double ycBar = q4 * s4 - pr4 * u;
      double p3 = 2 * p4 + H * xcBar;
      double q3 = 2 * q4 + H * ycBar;
      double pr3 = p3 * xb;
      double qs3 = q3 * yb;
      double xbBar = p3 * r3 + qs3 * f;
      double ybBar = q3 * s3 - pr3 * u;
      double p2 = 2 * p4 + 0.5 * H * xbBar;
      double q2 = 2 * q4 + 0.5 * H * ybBar;
      double pr2 = p2 * xa;
      double qs2 = q2 * ya;
      double xaBar = p2 * r2 + qs2 * f;
      double yaBar = q2 * s2 - pr2 * u;
      double p1 = p4 + 0.5 * H * xaBar;
      double q1 = q4 + 0.5 * H * yaBar;
      double pr1 = p1 * x;
      double qs1 = q1 * y;
      xBar += xcBar + xbBar + xaBar + p1 * r1 + qs1 * f;
      yBar += ycBar + ybBar + yaBar + q1 * s1 - pr1 * u;
      bBar += pr1 + pr2 + pr3 + pr4;
      uBar -= pr1 * y + pr2 * ya + pr3 * yb + pr4 * yc;
      dBar -= qs1 + qs2 + qs3 + qs4;
      fBar += qs1 * x + qs2 * xa + qs3 * xb + qs4 * xc;
    }
    bars[0][0] = xBar;
    bars[1][0] = yBar;
    bars[2][0] = bBar;
    bars[3][0] = uBar;
    bars[4][0] = dBar;
    bars[5][0] = fBar;
  }
}
