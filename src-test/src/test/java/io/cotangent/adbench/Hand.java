package io.cotangent.adbench;

import io.cotangent.Differentiable;

/**
 * ADBench's hand: how far measured points are from the surface of a hand model in a pose.
 *
 * <p>A rigid motion is twelve numbers, three rows of a rotation and a translation.
 */
public final class Hand {
  private static final int FINGERS = 5;

  private Hand() {}

  /**
   * Three differences for each point, which belongs to a vertex.
   *
   * @param theta a rotation vector, a translation, four angles for each finger
   */
  @Differentiable(wrt = {"theta"})
  public static double[] simple(
      double[] theta, HandModel model, double[][] points, int[] correspondences) {
    double[][] vertices = pose(theta, model);
    double[] errors = new double[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      double[] vertex = vertices[correspondences[i]];
      for (int k = 0; k < 3; k++) {
        errors[3 * i + k] = points[i][k] - vertex[k];
      }
    }
    return errors;
  }

  /**
   * Three differences for each point, which belongs to a place in a triangle.
   *
   * @param u the first barycentric coordinate of each point
   * @param v the second
   */
  @Differentiable(wrt = {"u", "v", "theta"})
  public static double[] complicated(
      double[] u,
      double[] v,
      double[] theta,
      HandModel model,
      double[][] points,
      int[] correspondences) {
    double[][] vertices = pose(theta, model);
    double[] errors = new double[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      int[] triangle = model.triangles()[correspondences[i]];
      for (int k = 0; k < 3; k++) {
        double onSurface =
            u[i] * vertices[triangle[0]][k]
                + v[i] * vertices[triangle[1]][k]
                + (1 - u[i] - v[i]) * vertices[triangle[2]][k];
        errors[3 * i + k] = points[i][k] - onSurface;
      }
    }
    return errors;
  }

  /** All vertices of the surface in the pose. */
  private static double[][] pose(double[] theta, HandModel model) {
    double[][] motions = skeleton(angles(theta, model.parents().length), model);
    double[][] global = globalRotation(theta[0], theta[1], theta[2]);
    double[][] vertices = new double[model.positions().length][3];
    for (int i = 0; i < vertices.length; i++) {
      double[] at = skin(model.positions()[i], model.bones()[i], model.weights()[i], motions);
      for (int k = 0; k < 3; k++) {
        vertices[i][k] =
            global[k][0] * at[0] + global[k][1] * at[1] + global[k][2] * at[2] + theta[3 + k];
      }
    }
    return vertices;
  }

  /** A vertex in the coordinates of the hand: a weighted sum of where its bones carry it. */
  private static double[] skin(double[] at, int[] bones, double[] weights, double[][] motions) {
    double x = 0;
    double y = 0;
    double z = 0;
    for (int b = 0; b < bones.length; b++) {
      double[] m = motions[bones[b]];
      double w = weights[b];
      x += w * (m[0] * at[0] + m[1] * at[1] + m[2] * at[2] + m[3]);
      y += w * (m[4] * at[0] + m[5] * at[1] + m[6] * at[2] + m[7]);
      z += w * (m[8] * at[0] + m[9] * at[1] + m[10] * at[2] + m[11]);
    }
    return new double[] {x, y, z};
  }

  /** The three angles of each bone; only the outer three of a finger's four move. */
  private static double[][] angles(double[] theta, int bones) {
    double[][] angles = new double[bones][3];
    for (int finger = 0; finger < FINGERS; finger++) {
      int at = 6 + 4 * finger;
      int bone = 2 + 4 * finger;
      angles[bone][0] = theta[at];
      angles[bone][1] = theta[at + 1];
      angles[bone + 1][0] = theta[at + 2];
      angles[bone + 2][0] = theta[at + 3];
    }
    return angles;
  }

  /** The motion of each bone from the model's rest position. */
  private static double[][] skeleton(double[][] angles, HandModel model) {
    int bones = angles.length;
    double[][] absolute = new double[bones][];
    double[][] motions = new double[bones][];
    for (int b = 0; b < bones; b++) {
      double[] relative = compose(model.relative()[b], rotation(angles[b]));
      int parent = model.parents()[b];
      absolute[b] = parent < 0 ? relative : compose(absolute[parent], relative);
      motions[b] = compose(absolute[b], model.inverseAbsolute()[b]);
    }
    return motions;
  }

  /** Turns about x, then y, then z, by the first, third and second angle. */
  private static double[] rotation(double[] angles) {
    double cx = Math.cos(angles[0]);
    double sx = Math.sin(angles[0]);
    double cz = Math.cos(angles[1]);
    double sz = Math.sin(angles[1]);
    double cy = Math.cos(angles[2]);
    double sy = Math.sin(angles[2]);
    return new double[] {
      cz * cy,
      cz * sy * sx - sz * cx,
      cz * sy * cx + sz * sx,
      0,
      sz * cy,
      sz * sy * sx + cz * cx,
      sz * sy * cx - cz * sx,
      0,
      -sy,
      cy * sx,
      cy * cx,
      0
    };
  }

  /** The motion {@code b}, then {@code a}. */
  private static double[] compose(double[] a, double[] b) {
    double[] product = new double[12];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        double sum = a[4 * i] * b[j] + a[4 * i + 1] * b[4 + j] + a[4 * i + 2] * b[8 + j];
        product[4 * i + j] = j < 3 ? sum : sum + a[4 * i + 3];
      }
    }
    return product;
  }

  private static double[][] globalRotation(double rx, double ry, double rz) {
    double angle = Math.sqrt(rx * rx + ry * ry + rz * rz);
    if (angle < 1e-4) {
      return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    }
    double x = rx / angle;
    double y = ry / angle;
    double z = rz / angle;
    double s = Math.sin(angle);
    double c = Math.cos(angle);
    return new double[][] {
      {x * x + (1 - x * x) * c, x * y * (1 - c) - z * s, x * z * (1 - c) + y * s},
      {x * y * (1 - c) + z * s, y * y + (1 - y * y) * c, y * z * (1 - c) - x * s},
      {x * z * (1 - c) - y * s, z * y * (1 - c) + x * s, z * z + (1 - z * z) * c}
    };
  }
}
