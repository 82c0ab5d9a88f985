package io.cotangent.bench;

import java.util.Arrays;

/** The adjoint of {@link Orbits#bodies}: positions are kept, distances computed again. */
final class BodiesByHand {
  private static final double H = 1e-3;

  private final double[] x;
  private final double[] v;
  private final double[] kept;
  private final double[] vBar;

  BodiesByHand(int count, int steps) {
    x = new double[3 * count];
    v = new double[3 * count];
    kept = new double[3 * count * steps];
    vBar = new double[3 * count];
  }

  /** The value; sets the buffers to the partials. */
  double gradient(
      double[] positions,
      double[] velocities,
      double[] masses,
      int steps,
      double[] xBar,
      double[] velocitiesBar,
      double[] massesBar) {
    System.arraycopy(positions, 0, x, 0, x.length);
    System.arraycopy(velocities, 0, v, 0, v.length);
    for (int step = 0; step < steps; step++) {
      System.arraycopy(x, 0, kept, step * x.length, x.length);
      attract(x, v, masses);
      for (int k = 0; k < x.length; k++) {
        x[k] += H * v[k];
      }
    }
    Arrays.fill(xBar, 0);
    Arrays.fill(vBar, 0);
    Arrays.fill(massesBar, 0);
    double squared = 0;
    for (int k = 0; k < 3; k++) {
      double difference = x[k] - x[3 + k];
      squared += difference * difference;
      xBar[k] = 2 * difference;
      xBar[3 + k] = -2 * difference;
    }
    for (int step = steps - 1; step >= 0; step--) {
      for (int k = 0; k < x.length; k++) {
        vBar[k] += H * xBar[k];
      }
      pull(kept, step * x.length, masses, xBar, vBar, massesBar);
    }
    System.arraycopy(vBar, 0, velocitiesBar, 0, vBar.length);
    return squared;
  }

  private static void attract(double[] x, double[] v, double[] masses) {
    for (int i = 0; i < masses.length; i++) {
      for (int j = i + 1; j < masses.length; j++) {
        double dx = x[3 * i] - x[3 * j];
        double dy = x[3 * i + 1] - x[3 * j + 1];
        double dz = x[3 * i + 2] - x[3 * j + 2];
        double squared = dx * dx + dy * dy + dz * dz;
        double pull = H / (squared * Math.sqrt(squared));
        double mi = masses[i] * pull;
        double mj = masses[j] * pull;
        v[3 * i] -= dx * mj;
        v[3 * i + 1] -= dy * mj;
        v[3 * i + 2] -= dz * mj;
        v[3 * j] += dx * mi;
        v[3 * j + 1] += dy * mi;
        v[3 * j + 2] += dz * mi;
      }
    }
  }

  private static void pull(
      double[] x, int at, double[] masses, double[] xBar, double[] vBar, double[] massesBar) {
    for (int i = 0; i < masses.length; i++) {
      for (int j = i + 1; j < masses.length; j++) {
        int a = 3 * i;
        int b = 3 * j;
        double dx = x[at + a] - x[at + b];
        double dy = x[at + a + 1] - x[at + b + 1];
        double dz = x[at + a + 2] - x[at + b + 2];
        double inverse = 1 / (dx * dx + dy * dy + dz * dz);
        double pull = H * inverse * Math.sqrt(inverse);
        double mi = masses[i];
        double mj = masses[j];
        double gx = mi * vBar[b] - mj * vBar[a];
        double gy = mi * vBar[b + 1] - mj * vBar[a + 1];
        double gz = mi * vBar[b + 2] - mj * vBar[a + 2];
        massesBar[i] += pull * (dx * vBar[b] + dy * vBar[b + 1] + dz * vBar[b + 2]);
        massesBar[j] -= pull * (dx * vBar[a] + dy * vBar[a + 1] + dz * vBar[a + 2]);
        double radial = -3 * pull * inverse * (dx * gx + dy * gy + dz * gz);
        double barX = pull * gx + radial * dx;
        double barY = pull * gy + radial * dy;
        double barZ = pull * gz + radial * dz;
        xBar[a] += barX;
        xBar[a + 1] += barY;
        xBar[a + 2] += barZ;
        xBar[b] -= barX;
        xBar[b + 1] -= barY;
        xBar[b + 2] -= barZ;
      }
    }
  }
}
