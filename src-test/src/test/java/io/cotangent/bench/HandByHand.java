package io.cotangent.bench;

import io.cotangent.adbench.HandInstance;
import io.cotangent.adbench.HandModel;

/**
 * The hand's Jacobian as ADBench's hand-written one goes about it: the motion of every bone is
 * differentiated by the angles of its own finger only, at most four, and then every vertex by those
 * of the bones that carry it.
 */
final class HandByHand {
  private static final int COLUMNS = 26;

  private final HandInstance in;
  private final HandModel model;
  private final double[][] absolute;
  private final double[][] motions;

  /** By bone and angle of its finger; a row of an angle that does not move the bone is unused. */
  private final double[][][] absoluteDots;

  private final double[][][] motionDots;
  private final double[] relative = new double[12];
  private final double[] turn = new double[12];
  private final double[] turnDot = new double[12];
  private final double[] relativeDot = new double[12];
  private final double[] global = new double[9];
  private final double[][] globalDots = new double[3][9];
  private final double[][] vertices;
  private final double[][] vertexDots;
  private final double[] errors;

  HandByHand(HandInstance in) {
    this.in = in;
    this.model = in.model();
    int bones = model.parents().length;
    absolute = new double[bones][12];
    motions = new double[bones][12];
    absoluteDots = new double[bones][4][12];
    motionDots = new double[bones][4][12];
    vertices = new double[model.positions().length][3];
    vertexDots = new double[model.positions().length][3 * COLUMNS];
    errors = new double[3 * in.points().length];
  }

  /** The first error; sets the rows. */
  double jacobian(double[][] rows) {
    skeleton(in.theta());
    rotate(in.theta());
    for (int i = 0; i < vertices.length; i++) {
      skin(i, vertices[i], vertexDots[i]);
    }
    for (int i = 0; i < in.points().length; i++) {
      int vertex = in.correspondences()[i];
      for (int k = 0; k < 3; k++) {
        errors[3 * i + k] = in.points()[i][k] - vertices[vertex][k];
        double[] row = rows[3 * i + k];
        double[] dots = vertexDots[vertex];
        for (int column = 0; column < COLUMNS; column++) {
          row[column] = -dots[k * COLUMNS + column];
        }
      }
    }
    return errors[0];
  }

  private static boolean onFinger(int bone) {
    return bone > 0 && bone < 21;
  }

  private void skeleton(double[] theta) {
    for (int b = 0; b < absolute.length; b++) {
      int parent = model.parents()[b];
      int joint = onFinger(b) ? (b - 1) % 4 : 0;
      int first = 6 + (b - 1) / 4 * 4;
      double[] here = relative;
      if (joint == 0) {
        here = model.relative()[b];
      } else {
        double bend = joint == 1 ? theta[first] : theta[first + joint];
        turn(bend, joint == 1 ? theta[first + 1] : 0, turn);
        compose(model.relative()[b], turn, relative);
      }
      place(b, parent, here);
      for (int angle = 0; angle <= joint && joint > 0; angle++) {
        boolean own = joint == 1 || angle == joint;
        if (own) {
          double side = joint == 1 ? theta[first + 1] : 0;
          double bend = joint == 1 ? theta[first] : theta[first + joint];
          turnDot(bend, side, angle == 1 && joint == 1, turnDot);
          composeDot(model.relative()[b], turnDot, relativeDot);
          composeDot(absolute[parent], relativeDot, absoluteDots[b][angle]);
        } else {
          compose(absoluteDots[parent][angle], relative, absoluteDots[b][angle]);
        }
        compose(absoluteDots[b][angle], model.inverseAbsolute()[b], motionDots[b][angle]);
      }
    }
  }

  private void place(int b, int parent, double[] here) {
    if (parent < 0) {
      System.arraycopy(here, 0, absolute[b], 0, 12);
    } else {
      compose(absolute[parent], here, absolute[b]);
    }
    compose(absolute[b], model.inverseAbsolute()[b], motions[b]);
  }

  /** Turns about x by {@code bend}, then about z by {@code side}. */
  private static void turn(double bend, double side, double[] out) {
    double cx = Math.cos(bend);
    double sx = Math.sin(bend);
    double cz = Math.cos(side);
    double sz = Math.sin(side);
    set(out, cz, -sz * cx, sz * sx, sz, cz * cx, -cz * sx, sx, cx);
  }

  private static void turnDot(double bend, double side, boolean bySide, double[] out) {
    double cx = Math.cos(bend);
    double sx = Math.sin(bend);
    double cz = Math.cos(side);
    double sz = Math.sin(side);
    if (bySide) {
      set(out, -sz, -cz * cx, cz * sx, cz, -sz * cx, sz * sx, 0, 0);
    } else {
      set(out, 0, sz * sx, sz * cx, 0, -cz * sx, -cz * cx, cx, -sx);
    }
  }

  private static void set(
      double[] m, double a, double b, double c, double d, double e, double f, double h, double i) {
    m[0] = a;
    m[1] = b;
    m[2] = c;
    m[4] = d;
    m[5] = e;
    m[6] = f;
    m[9] = h;
    m[10] = i;
  }

  private static void compose(double[] a, double[] b, double[] out) {
    composeDot(a, b, out);
    out[3] += a[3];
    out[7] += a[7];
    out[11] += a[11];
  }

  /** As {@link #compose}, of an infinitesimal motion {@code b}: nothing is added to its shift. */
  private static void composeDot(double[] a, double[] b, double[] out) {
    for (int i = 0; i < 12; i += 4) {
      double a0 = a[i];
      double a1 = a[i + 1];
      double a2 = a[i + 2];
      out[i] = a0 * b[0] + a1 * b[4] + a2 * b[8];
      out[i + 1] = a0 * b[1] + a1 * b[5] + a2 * b[9];
      out[i + 2] = a0 * b[2] + a1 * b[6] + a2 * b[10];
      out[i + 3] = a0 * b[3] + a1 * b[7] + a2 * b[11];
    }
  }

  /** The global rotation and its derivatives by the rotation vector. */
  private void rotate(double[] theta) {
    double angle = Math.sqrt(theta[0] * theta[0] + theta[1] * theta[1] + theta[2] * theta[2]);
    double s = Math.sin(angle);
    double c = Math.cos(angle);
    double[] axis = {theta[0] / angle, theta[1] / angle, theta[2] / angle};
    matrix(axis, s, c, global);
    for (int d = 0; d < 3; d++) {
      double[] out = globalDots[d];
      double sDot = c * axis[d];
      double cDot = -s * axis[d];
      double[] dot = new double[3];
      for (int i = 0; i < 3; i++) {
        dot[i] = ((i == d ? 1 : 0) - axis[i] * axis[d]) / angle;
      }
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          out[3 * i + j] =
              (dot[i] * axis[j] + axis[i] * dot[j]) * (1 - c) - axis[i] * axis[j] * cDot;
        }
        out[4 * i] += cDot;
      }
      skew(axis, sDot, out);
      skew(dot, s, out);
    }
  }

  private static void matrix(double[] axis, double s, double c, double[] out) {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        out[3 * i + j] = axis[i] * axis[j] * (1 - c);
      }
      out[4 * i] += c;
    }
    skew(axis, s, out);
  }

  private static void skew(double[] axis, double factor, double[] out) {
    out[1] -= axis[2] * factor;
    out[2] += axis[1] * factor;
    out[3] += axis[2] * factor;
    out[5] -= axis[0] * factor;
    out[6] -= axis[1] * factor;
    out[7] += axis[0] * factor;
  }

  private void skin(int vertex, double[] out, double[] dots) {
    java.util.Arrays.fill(dots, 0);
    double[] at = model.positions()[vertex];
    int[] bones = model.bones()[vertex];
    double[] weights = model.weights()[vertex];
    double x = 0;
    double y = 0;
    double z = 0;
    for (int i = 0; i < bones.length; i++) {
      int bone = bones[i];
      double w = weights[i];
      double[] m = motions[bone];
      x += w * (m[0] * at[0] + m[1] * at[1] + m[2] * at[2] + m[3]);
      y += w * (m[4] * at[0] + m[5] * at[1] + m[6] * at[2] + m[7]);
      z += w * (m[8] * at[0] + m[9] * at[1] + m[10] * at[2] + m[11]);
      int joint = onFinger(bone) ? (bone - 1) % 4 : 0;
      for (int angle = 0; angle <= joint && joint > 0; angle++) {
        double[] d = motionDots[bone][angle];
        double dx = w * (d[0] * at[0] + d[1] * at[1] + d[2] * at[2] + d[3]);
        double dy = w * (d[4] * at[0] + d[5] * at[1] + d[6] * at[2] + d[7]);
        double dz = w * (d[8] * at[0] + d[9] * at[1] + d[10] * at[2] + d[11]);
        int column = 6 + (bone - 1) / 4 * 4 + angle;
        for (int k = 0; k < 3; k++) {
          dots[k * COLUMNS + column] +=
              global[3 * k] * dx + global[3 * k + 1] * dy + global[3 * k + 2] * dz;
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      out[k] =
          global[3 * k] * x + global[3 * k + 1] * y + global[3 * k + 2] * z + in.theta()[3 + k];
      for (int d = 0; d < 3; d++) {
        double[] g = globalDots[d];
        dots[k * COLUMNS + d] = g[3 * k] * x + g[3 * k + 1] * y + g[3 * k + 2] * z;
      }
      dots[k * COLUMNS + 3 + k] = 1;
    }
  }
}
