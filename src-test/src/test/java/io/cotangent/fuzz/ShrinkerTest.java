package io.cotangent.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.fuzz.generate.Generator;
import io.cotangent.fuzz.generate.Sample;
import io.cotangent.fuzz.program.JavaPrinter;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The shrinker, with properties of the source in place of a failure. */
final class ShrinkerTest {
  /** More than it takes on any machine, however busy: what is left must not depend on the time. */
  private static final int SECONDS = 900;

  private static String source(Sample sample) {
    return JavaPrinter.print("P", sample.program());
  }

  /** The part of the source before the classes, which are not left out where they are the cause. */
  private static String methods(Sample sample) {
    return source(sample).split("\n  (static class|interface|record) ", 2)[0];
  }

  private static Sample first(String part) {
    return LongStream.range(0, 5000)
        .mapToObj(Generator::generate)
        .filter(s -> methods(s).contains(part) && source(s).lines().count() > 60)
        .findFirst()
        .orElseThrow();
  }

  private static String shrunk(String part) {
    return source(new Shrinker(s -> source(s).contains(part), SECONDS).shrink(first(part)));
  }

  /** Package, class, annotation, method, a branch, the statement, a return, and their ends. */
  @Test
  void littleIsLeftBesideTheCause() {
    String source = shrunk("Math.hypot(");
    assertTrue(source.lines().count() <= 13, source);
  }

  @Test
  void loopsStayWithoutTheirBodies() {
    String source = shrunk("while (");
    assertTrue(source.lines().count() <= 14, source);
    assertEquals(1, source.split("while \\(", -1).length - 1, source);
  }

  @Test
  void oneSeedGivesOneProgram() {
    assertEquals(source(Generator.generate(99)), source(Generator.generate(99)));
  }
}
