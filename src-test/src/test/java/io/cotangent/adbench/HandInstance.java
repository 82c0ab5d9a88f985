package io.cotangent.adbench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Points measured on a hand, as one of ADBench's files gives them.
 *
 * @param correspondences of each point its vertex, or in the complicated problem its triangle
 * @param u of each point its first place in the triangle; empty in the simple problem
 * @param v of each point its second
 */
public record HandInstance(
    HandModel model,
    double[][] points,
    int[] correspondences,
    double[] u,
    double[] v,
    double[] theta) {

  /** The points of {@code hand/simple} or {@code hand/complicated}. */
  public static HandInstance read(Path folder, String kind) throws IOException {
    HandModel model = HandModel.read(folder.resolve("hand/model"));
    Tokens tokens = new Tokens(folder.resolve("hand/" + kind + "/hand1_t26_c100.txt"));
    int count = tokens.wholeNumber();
    int angles = tokens.wholeNumber();
    int[] correspondences = new int[count];
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      correspondences[i] = tokens.wholeNumber();
      points[i] = tokens.row(3);
    }
    int places = kind.equals("complicated") ? count : 0;
    double[] u = new double[places];
    double[] v = new double[places];
    for (int i = 0; i < places; i++) {
      u[i] = tokens.number();
      v[i] = tokens.number();
    }
    return new HandInstance(model, points, correspondences, u, v, tokens.row(angles));
  }
}
