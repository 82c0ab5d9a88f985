package io.cotangent.adbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One of ADBench's bundles, whose file gives one camera, point, weight and feature for all.
 *
 * @param camera of each observation its camera
 * @param point of each observation its point
 */
public record BundleInstance(
    double[][] cameras,
    double[][] points,
    double[] weights,
    double[][] features,
    int[] camera,
    int[] point) {

  /** The bundle in a file. */
  public static BundleInstance read(Path file) throws IOException {
    Tokens tokens = new Tokens(file);
    int cameras = tokens.wholeNumber();
    int points = tokens.wholeNumber();
    int observations = tokens.wholeNumber();
    double[][] allCameras = copies(tokens.row(11), cameras);
    double[][] allPoints = copies(tokens.row(3), points);
    double[] weights = new double[observations];
    Arrays.fill(weights, tokens.number());
    int[] camera = new int[observations];
    int[] point = new int[observations];
    Arrays.setAll(camera, i -> i % cameras);
    Arrays.setAll(point, i -> i % points);
    double[][] features = copies(tokens.row(2), observations);
    return new BundleInstance(allCameras, allPoints, weights, features, camera, point);
  }

  private static double[][] copies(double[] row, int count) {
    double[][] rows = new double[count][];
    Arrays.setAll(rows, i -> row.clone());
    return rows;
  }
}
