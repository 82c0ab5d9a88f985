package io.cotangent.bench;

import io.cotangent.Differentiable;

/** Loops whose iterations depend on the ones before. */
final class Orbits {
  private Orbits() {}

  /** The sum of the eccentric anomalies that belong to mean anomalies. */
  @Differentiable
  static double anomalies(double[] means, double eccentricity) {
    double sum = 0;
    for (double mean : means) {
      sum += anomaly(mean, eccentricity);
    }
    return sum;
  }

  /** Kepler's equation by Newton's method. */
  private static double anomaly(double mean, double eccentricity) {
    double anomaly = mean;
    double step;
    do {
      double error = anomaly - eccentricity * Math.sin(anomaly) - mean;
      step = error / (1 - eccentricity * Math.cos(anomaly));
      anomaly -= step;
    } while (Math.abs(step) > 1e-10);
    return anomaly;
  }

  /** The number of predators after steps of the classical Runge-Kutta method. */
  @Differentiable
  static double predators(
      double prey,
      double hunters,
      double birth,
      double hunt,
      double death,
      double feed,
      int steps) {
    double h = 1e-3;
    double x = prey;
    double y = hunters;
    for (int i = 0; i < steps; i++) {
      double x1 = x * (birth - hunt * y);
      double y1 = y * (feed * x - death);
      double xa = x + 0.5 * h * x1;
      double ya = y + 0.5 * h * y1;
      double x2 = xa * (birth - hunt * ya);
      double y2 = ya * (feed * xa - death);
      double xb = x + 0.5 * h * x2;
      double yb = y + 0.5 * h * y2;
      double x3 = xb * (birth - hunt * yb);
      double y3 = yb * (feed * xb - death);
      double xc = x + h * x3;
      double yc = y + h * y3;
      double x4 = xc * (birth - hunt * yc);
      double y4 = yc * (feed * xc - death);
      x += h / 6 * (x1 + 2 * x2 + 2 * x3 + x4);
      y += h / 6 * (y1 + 2 * y2 + 2 * y3 + y4);
    }
    return y;
  }

  /**
   * How far apart the first two bodies are, squared, after steps of the symplectic Euler method.
   */
  @Differentiable(wrt = {"positions", "velocities", "masses"})
  static double bodies(double[] positions, double[] velocities, double[] masses, int steps) {
    double h = 1e-3;
    int count = masses.length;
    double[] x = positions.clone();
    double[] v = velocities.clone();
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < count; i++) {
        for (int j = i + 1; j < count; j++) {
          double dx = x[3 * i] - x[3 * j];
          double dy = x[3 * i + 1] - x[3 * j + 1];
          double dz = x[3 * i + 2] - x[3 * j + 2];
          double squared = dx * dx + dy * dy + dz * dz;
          double pull = h / (squared * Math.sqrt(squared));
          v[3 * i] -= dx * masses[j] * pull;
          v[3 * i + 1] -= dy * masses[j] * pull;
          v[3 * i + 2] -= dz * masses[j] * pull;
          v[3 * j] += dx * masses[i] * pull;
          v[3 * j + 1] += dy * masses[i] * pull;
          v[3 * j + 2] += dz * masses[i] * pull;
        }
      }
      for (int k = 0; k < x.length; k++) {
        x[k] += h * v[k];
      }
    }
    double squared = 0;
    for (int k = 0; k < 3; k++) {
      squared += (x[k] - x[3 + k]) * (x[k] - x[3 + k]);
    }
    return squared;
  }
}
