package io.cotangent.adbench;

import java.io.IOException;
import java.nio.file.Path;

/** One of ADBench's mixtures: parameters, points and prior, as its file gives them. */
public record MixtureInstance(
    double[] alphas, double[][] means, double[][] icf, double[][] x, double gamma, int m) {

  /** The mixture in a file. */
  public static MixtureInstance read(Path file) throws IOException {
    Tokens tokens = new Tokens(file);
    int dimension = tokens.wholeNumber();
    int components = tokens.wholeNumber();
    int points = tokens.wholeNumber();
    double[] alphas = tokens.row(components);
    double[][] means = tokens.rows(components, dimension);
    double[][] icf = tokens.rows(components, dimension * (dimension + 1) / 2);
    double[][] x = tokens.rows(points, dimension);
    double gamma = tokens.number();
    return new MixtureInstance(alphas, means, icf, x, gamma, tokens.wholeNumber());
  }
}
