package io.cotangent.adbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * ADBench's hand at rest.
 *
 * @param parents of each bone the one it hangs on, which comes before it; -1 for the first
 * @param relative of each bone its place on its parent
 * @param inverseAbsolute of each bone the way back from its place at rest
 * @param positions of each vertex its place at rest
 * @param bones of each vertex the bones that move it
 * @param weights of each vertex how much those bones do
 * @param triangles three vertices each
 */
public record HandModel(
    int[] parents,
    double[][] relative,
    double[][] inverseAbsolute,
    double[][] positions,
    int[][] bones,
    double[][] weights,
    int[][] triangles) {

  /** The model in a folder. */
  public static HandModel read(Path folder) throws IOException {
    List<String[]> bones = lines(folder.resolve("bones.txt"));
    List<String[]> vertices = lines(folder.resolve("vertices.txt"));
    List<String[]> triangles = lines(folder.resolve("triangles.txt"));
    return new HandModel(
        bones.stream().mapToInt(bone -> Integer.parseInt(bone[1])).toArray(),
        bones.stream().map(bone -> numbers(bone, 2, 1, 12)).toArray(double[][]::new),
        bones.stream().map(bone -> numbers(bone, 18, 1, 12)).toArray(double[][]::new),
        vertices.stream().map(vertex -> numbers(vertex, 0, 1, 3)).toArray(double[][]::new),
        vertices.stream()
            .map(vertex -> wholeNumbers(numbers(vertex, 9, 2, influences(vertex))))
            .toArray(int[][]::new),
        vertices.stream()
            .map(vertex -> numbers(vertex, 10, 2, influences(vertex)))
            .toArray(double[][]::new),
        triangles.stream()
            .map(triangle -> wholeNumbers(numbers(triangle, 0, 1, 3)))
            .toArray(int[][]::new));
  }

  private static int influences(String[] vertex) {
    return Integer.parseInt(vertex[8]);
  }

  private static List<String[]> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.trim().split(":", -1))
        .toList();
  }

  private static double[] numbers(String[] fields, int from, int step, int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = Double.parseDouble(fields[from + i * step]);
    }
    return numbers;
  }

  private static int[] wholeNumbers(double[] numbers) {
    return Arrays.stream(numbers).mapToInt(x -> (int) x).toArray();
  }
}
