package io.cotangent.adbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/** The numbers in a file of ADBench, one after the other. */
final class Tokens {
  private final StringTokenizer tokens;

  Tokens(Path file) throws IOException {
    this.tokens = new StringTokenizer(Files.readString(file));
  }

  int wholeNumber() {
    return Integer.parseInt(tokens.nextToken());
  }

  double number() {
    return Double.parseDouble(tokens.nextToken());
  }

  double[] row(int length) {
    double[] row = new double[length];
    for (int i = 0; i < length; i++) {
      row[i] = number();
    }
    return row;
  }

  double[][] rows(int count, int length) {
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = row(length);
    }
    return rows;
  }
}
