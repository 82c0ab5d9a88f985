package io.cotangent.higher;

import io.cotangent.Checkpointed;
import io.cotangent.Differentiable;

/** Loops with checkpoints, each beside the same loop without. */
final class CheckpointPrograms {
  private CheckpointPrograms() {}

  @Differentiable
  static double pendulum(double angle, double speed, double length, int steps) {
    double a = angle;
    double v = speed;
    double h = 1e-3;
    for (@Checkpointed(snapshots = 200) int i = 0; i < steps; i++) {
      v -= h * 9.81 / length * Math.sin(a);
      a += h * v;
    }
    return a * a + v;
  }

  @Differentiable(name = "PendulumStored")
  static double pendulumStored(double angle, double speed, double length, int steps) {
    double a = angle;
    double v = speed;
    double h = 1e-3;
    for (int i = 0; i < steps; i++) {
      v -= h * 9.81 / length * Math.sin(a);
      a += h * v;
    }
    return a * a + v;
  }

  /** Arrays of the caller and of the method, private ones, a branch, whole numbers in the state. */
  @Differentiable(order = 2)
  static double heat(double[] u, double k, int steps) {
    double[] t = new double[u.length];
    double energy = 0;
    int odd = 0;
    for (@Checkpointed(snapshots = 4) int i = 3; i <= steps; i += 2) {
      double[] f = new double[u.length];
      for (int j = 1; j + 1 < u.length; j++) {
        f[j] = Math.exp(-u[j]) * k;
        t[j] = u[j] + k * (u[j - 1] - 2 * u[j] + u[j + 1]) + 0.01 * f[j] * i;
      }
      for (int j = 1; j + 1 < u.length; j++) {
        u[j] = t[j];
      }
      if (i % 3 == 0) {
        energy += Math.sin(u[1] * u[2]);
        odd++;
      }
    }
    u[0] = 5;
    return energy * odd + u[2];
  }

  @Differentiable(order = 2)
  static double heatStored(double[] u, double k, int steps) {
    double[] t = new double[u.length];
    double energy = 0;
    int odd = 0;
    for (int i = 3; i <= steps; i += 2) {
      double[] f = new double[u.length];
      for (int j = 1; j + 1 < u.length; j++) {
        f[j] = Math.exp(-u[j]) * k;
        t[j] = u[j] + k * (u[j - 1] - 2 * u[j] + u[j + 1]) + 0.01 * f[j] * i;
      }
      for (int j = 1; j + 1 < u.length; j++) {
        u[j] = t[j];
      }
      if (i % 3 == 0) {
        energy += Math.sin(u[1] * u[2]);
        odd++;
      }
    }
    u[0] = 5;
    return energy * odd + u[2];
  }

  /** A row under two names, data nobody writes, and a function that cannot be inlined. */
  @Differentiable
  static double rows(double[][] w, double[] data, double x, int depth) {
    double[] first = w[0];
    double sum = 0;
    for (@Checkpointed(snapshots = 3) int i = 0; i < 20; i++) {
      for (int r = 0; r < w.length; r++) {
        w[r][1] = Math.sin(w[r][0] + data[i % data.length]) + first[1] * x;
      }
      first[0] = Math.cos(first[1] * x);
      sum += w[0][0] * w[1][1];
    }
    return depth == 0 ? sum : sum + rows(w, data, first[1] + x, depth - 1) * w[1][1];
  }

  @Differentiable
  static double rowsStored(double[][] w, double[] data, double x, int depth) {
    double[] first = w[0];
    double sum = 0;
    for (int i = 0; i < 20; i++) {
      for (int r = 0; r < w.length; r++) {
        w[r][1] = Math.sin(w[r][0] + data[i % data.length]) + first[1] * x;
      }
      first[0] = Math.cos(first[1] * x);
      sum += w[0][0] * w[1][1];
    }
    return depth == 0 ? sum : sum + rowsStored(w, data, first[1] + x, depth - 1) * w[1][1];
  }

  /** A place and a speed. */
  record Planet(double x, float v, boolean turned) {}

  /** A record as the state, a loop in a loop and in a branch, downwards, with a recursion in it. */
  @Differentiable
  static double planets(double x, float v, int outer, long steps) {
    double sum = 0;
    Planet planet = new Planet(x, v, false);
    for (int n = 0; n < outer; n++) {
      if (n != 1) {
        for (@Checkpointed(snapshots = 3) long i = steps; i > 0; i -= 3) {
          double pull = power(planet.x(), 3);
          float next = (float) (planet.v() - 0.01 * pull);
          boolean turned = planet.turned() != next < 0;
          planet = new Planet(planet.x() + 0.01 * next * (turned ? 0.5 : 1), next, turned);
        }
      }
      sum += planet.x() * planet.x() * n;
    }
    return sum + planet.v();
  }

  @Differentiable
  static double planetsStored(double x, float v, int outer, long steps) {
    double sum = 0;
    Planet planet = new Planet(x, v, false);
    for (int n = 0; n < outer; n++) {
      if (n != 1) {
        for (long i = steps; i > 0; i -= 3) {
          double pull = power(planet.x(), 3);
          float next = (float) (planet.v() - 0.01 * pull);
          boolean turned = planet.turned() != next < 0;
          planet = new Planet(planet.x() + 0.01 * next * (turned ? 0.5 : 1), next, turned);
        }
      }
      sum += planet.x() * planet.x() * n;
    }
    return sum + planet.v();
  }

  private static double power(double x, int n) {
    return n == 0 ? 1 : x * power(x, n - 1);
  }
}
