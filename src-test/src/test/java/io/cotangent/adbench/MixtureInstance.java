package io.cotangent.adbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/** One of ADBench's mixtures: parameters, points and prior, as its file gives them. */
record MixtureInstance(
    double[] alphas, double[][] means, double[][] icf, double[][] x, double gamma, int m) {
  static MixtureInstance read(Path file) {
    try {
      StringTokenizer tokens = new StringTokenizer(Files.readString(file));
      int dimension = Integer.parseInt(tokens.nextToken());
      int components = Integer.parseInt(tokens.nextToken());
      int points = Integer.parseInt(tokens.nextToken());
      double[] alphas = row(tokens, components);
      double[][] means = rows(tokens, components, dimension);
      double[][] icf = rows(tokens, components, dimension * (dimension + 1) / 2);
      double[][] x = rows(tokens, points, dimension);
      double gamma = Double.parseDouble(tokens.nextToken());
      return new MixtureInstance(
          alphas, means, icf, x, gamma, Integer.parseInt(tokens.nextToken()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[][] rows(StringTokenizer tokens, int count, int length) {
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = row(tokens, length);
    }
    return rows;
  }

  private static double[] row(StringTokenizer tokens, int length) {
    double[] row = new double[length];
    for (int i = 0; i < length; i++) {
      row[i] = Double.parseDouble(tokens.nextToken());
    }
    return row;
  }
}
