package io.cotangent.higher;

import io.cotangent.Checkpointed;
import io.cotangent.Differentiable;

/** Loops with checkpoints that hand arrays from one iteration to the next, each beside its twin. */
final class HandedPrograms {
  private HandedPrograms() {}

  private static void diffuse(double[] from, double[] to, double rate) {
    for (int i = 0; i < from.length; i++) {
      double left = from[Math.max(i - 1, 0)];
      double right = from[Math.min(i + 1, from.length - 1)];
      to[i] = from[i] + rate * (left - 2 * from[i] + Math.sin(right));
    }
  }

  private static double[] diffused(double[] from, double rate) {
    double[] to = new double[from.length];
    diffuse(from, to, rate);
    return to;
  }

  private static void advance(double[] a, double[] b, double[] c, double rate, double scale) {
    for (int i = 0; i < c.length; i++) {
      c[i] = Math.sin(a[i]) * rate + b[i] * scale;
      a[i] *= 0.99;
    }
  }

  private static void copyIfSmall(double[] from, double[] to, int step) {
    if (Math.abs(from[0]) > 100) {
      throw new ArithmeticException("too large in step " + step);
    }
    System.arraycopy(from, 0, to, 0, to.length);
  }

  /** Two arrays change places. */
  @Differentiable(order = 2)
  static double swapped(double[] start, double rate, int steps) {
    double[] now = start.clone();
    double[] next = new double[start.length];
    for (@Checkpointed(snapshots = 3) int step = 0; step < steps; step++) {
      diffuse(now, next, rate);
      double[] old = now;
      now = next;
      next = old;
    }
    return now[0] * now[1] + next[2];
  }

  @Differentiable(order = 2)
  static double swappedStored(double[] start, double rate, int steps) {
    double[] now = start.clone();
    double[] next = new double[start.length];
    for (int step = 0; step < steps; step++) {
      diffuse(now, next, rate);
      double[] old = now;
      now = next;
      next = old;
    }
    return now[0] * now[1] + next[2];
  }

  /** Each iteration makes the array of the next one; the first is the caller's. */
  @Differentiable(order = 2)
  static double made(double[] start, double rate, int steps) {
    double[] now = start;
    for (@Checkpointed(snapshots = 3) int step = 0; step < steps; step++) {
      now = diffused(now, rate);
    }
    return now[0] * now[1] + now[2];
  }

  @Differentiable(order = 2)
  static double madeStored(double[] start, double rate, int steps) {
    double[] now = start;
    for (int step = 0; step < steps; step++) {
      now = diffused(now, rate);
    }
    return now[0] * now[1] + now[2];
  }

  /** Three go round, one of them changes in its place; a number is part of the state, too. */
  @Differentiable(order = 2)
  static double rotated(double[] start, double rate, int steps) {
    double[] a = start.clone();
    double[] b = start.clone();
    double[] c = new double[start.length];
    double scale = 1;
    for (@Checkpointed(snapshots = 3) int step = 0; step < steps; step++) {
      advance(a, b, c, rate, scale);
      scale = Math.cos(c[0] * scale);
      double[] old = a;
      a = c;
      c = b;
      b = old;
    }
    return a[0] + b[1] * c[2] + scale;
  }

  @Differentiable(order = 2)
  static double rotatedStored(double[] start, double rate, int steps) {
    double[] a = start.clone();
    double[] b = start.clone();
    double[] c = new double[start.length];
    double scale = 1;
    for (int step = 0; step < steps; step++) {
      advance(a, b, c, rate, scale);
      scale = Math.cos(c[0] * scale);
      double[] old = a;
      a = c;
      c = b;
      b = old;
    }
    return a[0] + b[1] * c[2] + scale;
  }

  /** What is thrown is no effect of the iterations that are run again. */
  @Differentiable(order = 2)
  static double copied(double[] start, double rate, int steps) {
    double[] now = start.clone();
    double[] next = new double[start.length];
    for (@Checkpointed(snapshots = 3) int step = 0; step < steps; step++) {
      diffuse(now, next, rate);
      copyIfSmall(next, now, step);
    }
    return now[0] * now[1] + next[2];
  }

  @Differentiable(order = 2)
  static double copiedStored(double[] start, double rate, int steps) {
    double[] now = start.clone();
    double[] next = new double[start.length];
    for (int step = 0; step < steps; step++) {
      diffuse(now, next, rate);
      copyIfSmall(next, now, step);
    }
    return now[0] * now[1] + next[2];
  }
}
