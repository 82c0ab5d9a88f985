package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java methods have 255 slots of parameters, and derivatives take more than the method itself. */
final class ManyParametersTest {
  @TempDir Path folder;

  private Build build(int count) {
    List<String> names = IntStream.range(0, count).mapToObj(i -> "x" + i).toList();
    String params = names.stream().map(n -> "double " + n).collect(Collectors.joining(", "));
    return new Build(folder)
        .file(
            "Models.java",
            "import io.cotangent.Differentiable;\nclass Models {\n"
                + "  @Differentiable static double sum("
                + params
                + ") {\n    return "
                + String.join(" + ", names)
                + ";\n  }\n"
                + "  @Differentiable static double square(double x) { return x * x; }\n}\n");
  }

  @Test
  void asManyAsJavaAllows() {
    Build build = build(63);
    assertTrue(build.onClassPath(), build.messages());
  }

  @Test
  void oneMoreIsRefusedAtTheMethod() {
    Build build = build(64);
    assertFalse(build.onClassPath());
    assertEquals(List.of("AD080 3:33"), build.errors());
    assertTrue(
        build.messages().contains("'jvp' would have 256 slots of parameters"), build.messages());
    String generated = build.read("ModelsAdjoint.java");
    assertTrue(generated.contains("class Square {"), "the other method has its derivatives");
    assertFalse(generated.contains("class Sum {"), generated);
  }
}
