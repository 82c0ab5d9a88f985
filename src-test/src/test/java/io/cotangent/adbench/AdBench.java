package io.cotangent.adbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ADBench's data and reference values, in {@code shared} beside the repository. */
public final class AdBench {
  private AdBench() {}

  /** The folder with the data, if there is one. */
  public static Optional<Path> folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared/data/adbench");
      if (Files.isDirectory(data)) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }

  /** A file of the data; without it the test is skipped. */
  static Path file(String name) {
    Optional<Path> folder = folder();
    assumeTrue(folder.isPresent(), "shared/data/adbench is not beside the repository: skipped");
    return folder.get().resolve(name);
  }

  /** The reference values of a problem. */
  static JsonObject golden(String problem) throws IOException {
    return JsonParser.parseString(Files.readString(file("golden.json")))
        .getAsJsonObject()
        .getAsJsonObject(problem);
  }

  static double[] numbers(JsonObject golden, String key) {
    JsonArray array = golden.getAsJsonArray(key);
    List<Double> numbers = new ArrayList<>();
    for (JsonElement element : array) {
      numbers.add(element.getAsDouble());
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static double norm(double[] v) {
    double sum = 0;
    for (double x : v) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }

  /**
   * Fails unless the norm, the first and, where the reference has them, the last elements agree.
   */
  static void check(JsonObject golden, String prefix, double[] actual, double relative) {
    double norm = golden.get(prefix + "_norm").getAsDouble();
    assertEquals(norm, norm(actual), relative * norm, prefix + "_norm");
    double tolerance = relative * norm;
    part(prefix + "_head", numbers(golden, prefix + "_head"), actual, 0, tolerance);
    if (golden.has(prefix + "_tail")) {
      double[] tail = numbers(golden, prefix + "_tail");
      part(prefix + "_tail", tail, actual, actual.length - tail.length, tolerance);
    }
  }

  static void part(String name, double[] expected, double[] actual, int from, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[from + i], tolerance, name + "[" + i + "]");
    }
  }
}
