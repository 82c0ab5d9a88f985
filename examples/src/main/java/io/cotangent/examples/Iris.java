package io.cotangent.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fisher's measurements of 150 irises: lengths and widths of sepals and petals in centimetres. */
final class Iris {
  private Iris() {}

  /** The measurements, a row of four for each flower, setosa, versicolor, virginica. */
  static double[][] measurements() {
    try (InputStream in = Iris.class.getResourceAsStream("iris.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> flowers = lines.lines().skip(1).toList();
      return flowers.stream().map(Iris::row).toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] row(String line) {
    String[] cells = line.split(",");
    double[] row = new double[4];
    for (int j = 0; j < row.length; j++) {
      row[j] = Double.parseDouble(cells[j]);
    }
    return row;
  }
}
