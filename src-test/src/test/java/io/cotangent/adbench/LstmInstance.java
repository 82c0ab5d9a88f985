package io.cotangent.adbench;

import java.io.IOException;
import java.nio.file.Path;

/** One of ADBench's networks with the sequence it learns, as its file gives them. */
public record LstmInstance(
    int layers, double[] main, double[] extra, double[] state, double[][] sequence) {

  /** The network in a file. */
  public static LstmInstance read(Path file) throws IOException {
    Tokens tokens = new Tokens(file);
    int layers = tokens.wholeNumber();
    int characters = tokens.wholeNumber();
    int bits = tokens.wholeNumber();
    double[] main = tokens.row(8 * layers * bits);
    double[] extra = tokens.row(3 * bits);
    double[] state = tokens.row(2 * layers * bits);
    return new LstmInstance(layers, main, extra, state, tokens.rows(characters, bits));
  }
}
