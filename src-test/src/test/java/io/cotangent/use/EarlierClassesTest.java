package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files of an earlier compilation on the class path, which is the output folder as well. */
final class EarlierClassesTest {
  private static final boolean READS_RECORDS_TWICE = Runtime.version().feature() < 23;

  @TempDir Path folder;

  private Build build(String fields) {
    Build build = new Build(folder);
    build.file("Scale.java", "package user;\n\nclass Scale {\n" + fields + "}\n");
    build.file(
        "Use.java",
        "package user;\n\n"
            + "import io.cotangent.Differentiable;\n\n"
            + "class Use {\n"
            + "  @Differentiable\n"
            + "  static double scaled(double x, Scale s) {\n"
            + "    return x * s.factor;\n"
            + "  }\n\n"
            + "  @Differentiable\n"
            + "  static double square(double x) {\n"
            + "    return x * x;\n"
            + "  }\n\n"
            + "  @Differentiable\n"
            + "  static double twice(double x) {\n"
            + "    return UseAdjoint.Square.gradient(x).x();\n"
            + "  }\n\n"
            + "  static double run() {\n"
            + "    Scale s = new Scale();\n"
            + "    s.factor = 5;\n"
            + "    return UseAdjoint.Twice.gradient(3).x() * 100\n"
            + "        + UseAdjoint.Scaled.gradient(7, s).s().factor();\n"
            + "  }\n"
            + "}\n");
    return build;
  }

  private boolean compile(Build build) {
    String path = Build.runtime() + File.pathSeparator + folder.resolve("classes");
    return build.onClassPath("--class-path", path);
  }

  @Test
  void areReplaced() throws ReflectiveOperationException {
    for (int i = 0; i < 3; i++) {
      Build build = build("  double factor;\n");
      assertTrue(compile(build), build.messages());
      assertEquals(207.0, build.call("user.Use", "run"));
    }
  }

  @Test
  void recordsWithOtherComponentsAreNamed() {
    assertTrue(compile(build("  double factor;\n")));
    Build build = build("  double factor;\n  double offset;\n");
    assertEquals(!READS_RECORDS_TWICE, compile(build), build.messages());
    assertEquals(READS_RECORDS_TWICE ? List.of("AD073 7:17") : List.of(), build.errors());
  }

  @Test
  void generatedSourcesAmongTheSourcesAreNamed() {
    Build first = build("  double factor;\n");
    assertTrue(compile(first));
    Build build = build("  double factor;\n");
    build.file("ScaleTangent.java", first.read("user/ScaleTangent.java"));
    build.file("UseAdjoint.java", first.read("user/UseAdjoint.java"));
    compile(build);
    assertEquals(List.of("AD074 7:17", "AD074 7:17"), build.errors(), build.messages());
  }
}
