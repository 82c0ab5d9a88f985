package io.cotangent.adbench;

import io.cotangent.Differentiable;

/**
 * ADBench's bundle adjustment: the error of one observation of one point by one camera.
 *
 * <p>A camera has eleven numbers: a rotation vector, its centre, the focal length, the principal
 * point and two coefficients of radial distortion.
 */
public final class BundleAdjustment {
  private static final int CENTRE = 3;
  private static final int FOCAL = 6;
  private static final int PRINCIPAL = 7;
  private static final int RADIAL = 9;

  private BundleAdjustment() {}

  /** The weighted distance, in pixels, of the projected point from the observed feature. */
  @Differentiable(wrt = {"camera", "point", "weight"})
  public static double[] reprojectionError(
      double[] camera, double[] point, double weight, double[] feature) {
    double[] projected = project(camera, point);
    return new double[] {
      weight * (projected[0] - feature[0]), weight * (projected[1] - feature[1])
    };
  }

  /** How far a weight is from one: keeps the weights from vanishing. */
  @Differentiable
  public static double weightError(double weight) {
    return 1 - weight * weight;
  }

  private static double[] project(double[] camera, double[] point) {
    double[] centred = new double[3];
    for (int i = 0; i < 3; i++) {
      centred[i] = point[i] - camera[CENTRE + i];
    }
    double[] seen = rotate(camera, centred);
    double x = seen[0] / seen[2];
    double y = seen[1] / seen[2];
    double squared = x * x + y * y;
    double distortion = 1 + camera[RADIAL] * squared + camera[RADIAL + 1] * squared * squared;
    return new double[] {
      camera[FOCAL] * (x * distortion) + camera[PRINCIPAL],
      camera[FOCAL] * (y * distortion) + camera[PRINCIPAL + 1]
    };
  }

  /** Rodrigues' formula. */
  private static double[] rotate(double[] rotation, double[] v) {
    double squared = 0;
    for (int i = 0; i < 3; i++) {
      squared += rotation[i] * rotation[i];
    }
    double[] turned = new double[3];
    if (squared != 0) {
      double angle = Math.sqrt(squared);
      double cosine = Math.cos(angle);
      double sine = Math.sin(angle);
      double[] axis = new double[3];
      for (int i = 0; i < 3; i++) {
        axis[i] = rotation[i] / angle;
      }
      double[] across = cross(axis, v);
      double along = (axis[0] * v[0] + axis[1] * v[1] + axis[2] * v[2]) * (1 - cosine);
      for (int i = 0; i < 3; i++) {
        turned[i] = v[i] * cosine + across[i] * sine + axis[i] * along;
      }
    } else {
      double[] across = cross(rotation, v);
      for (int i = 0; i < 3; i++) {
        turned[i] = v[i] + across[i];
      }
    }
    return turned;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
