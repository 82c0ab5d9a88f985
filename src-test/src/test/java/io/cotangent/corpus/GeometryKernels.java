package io.cotangent.corpus;

import io.cotangent.Differentiable;

/** Rotations, cameras and skeletons. */
final class GeometryKernels {
  private GeometryKernels() {}

  /** Residuals of one observation in bundle adjustment: 11 camera numbers, a point, a weight. */
  @Differentiable(wrt = {"camera", "point", "weight"})
  static double[] reprojection(double[] camera, double[] point, double weight, double[] feature) {
    double[] local = new double[3];
    for (int i = 0; i < 3; i++) {
      local[i] = point[i] - camera[3 + i];
    }
    double[] rotated = rodrigues(camera, local);
    double x = rotated[0] / rotated[2];
    double y = rotated[1] / rotated[2];
    double square = x * x + y * y;
    double distortion = 1 + camera[9] * square + camera[10] * square * square;
    return new double[] {
      weight * (camera[6] * x * distortion + camera[7] - feature[0]),
      weight * (camera[6] * y * distortion + camera[8] - feature[1])
    };
  }

  /** Rotates a vector about the axis in the first three numbers, by their length. */
  private static double[] rodrigues(double[] axis, double[] v) {
    double square = axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2];
    if (square == 0) {
      double[] cross = cross(axis, v);
      return new double[] {v[0] + cross[0], v[1] + cross[1], v[2] + cross[2]};
    }
    double angle = Math.sqrt(square);
    double[] unit = {axis[0] / angle, axis[1] / angle, axis[2] / angle};
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    double[] cross = cross(unit, v);
    double along = (unit[0] * v[0] + unit[1] * v[1] + unit[2] * v[2]) * (1 - cosine);
    double[] rotated = new double[3];
    for (int i = 0; i < 3; i++) {
      rotated[i] = v[i] * cosine + cross[i] * sine + unit[i] * along;
    }
    return rotated;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  /** Where the tips of a chain of bones are, each bone bent by its angles about z, y and x. */
  @Differentiable
  static double[] fingertips(double[] angles, double[] lengths) {
    double[][] pose = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    double[] tips = new double[3 * lengths.length];
    for (int bone = 0; bone < lengths.length; bone++) {
      pose = times(pose, rotation(angles, 3 * bone));
      double[][] shift = {{1, 0, 0, lengths[bone]}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
      pose = times(pose, shift);
      for (int i = 0; i < 3; i++) {
        tips[3 * bone + i] = pose[i][3];
      }
    }
    return tips;
  }

  private static double[][] rotation(double[] angles, int at) {
    double cx = Math.cos(angles[at]);
    double sx = Math.sin(angles[at]);
    double cy = Math.cos(angles[at + 1]);
    double sy = Math.sin(angles[at + 1]);
    double cz = Math.cos(angles[at + 2]);
    double sz = Math.sin(angles[at + 2]);
    double[][] aboutX = {{1, 0, 0, 0}, {0, cx, -sx, 0}, {0, sx, cx, 0}, {0, 0, 0, 1}};
    double[][] aboutY = {{cy, 0, sy, 0}, {0, 1, 0, 0}, {-sy, 0, cy, 0}, {0, 0, 0, 1}};
    double[][] aboutZ = {{cz, -sz, 0, 0}, {sz, cz, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    return times(times(aboutZ, aboutY), aboutX);
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        for (int k = 0; k < 4; k++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }
}
