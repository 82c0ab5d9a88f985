package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cotangent.fuzz.Amount;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the processor costs. Its work is measured in bytes it allocates: unlike time they are the
 * same on a machine that does other things besides.
 */
final class CompileWorkTest {
  @TempDir Path folder;

  /** Three times the code is at most this many times the work. */
  private static final double THREE_TIMES = 4.5;

  /** From here on methods are cut into pieces, which is work of its own. */
  private static final int CUT = 250;

  /** From here on no more calls are inlined. */
  private static final int FULL = 1200;

  private static void requireLinear(int lines, IntFunction<String> source) {
    assumeTrue(Amount.isAll(), "the processor does the same work on each JDK");
    WorkMeter.measure(source.apply(10)); // what is loaded once is not counted
    long small = WorkMeter.measure(source.apply(lines));
    long large = WorkMeter.measure(source.apply(3 * lines));
    assertTrue(large > 1.5 * small, small + " and " + large + " bytes: nothing is measured");
    assertTrue(large < THREE_TIMES * small, small + " and then " + large + " bytes");
  }

  @Test
  void growsWithStatements() {
    requireLinear(CUT, LongMethods::straight);
  }

  @Test
  void growsWithLoops() {
    requireLinear(CUT, lines -> LongMethods.loops(lines / 4));
  }

  @Test
  void growsWithALongLoop() {
    requireLinear(CUT, lines -> LongMethods.longLoop(lines / 2));
  }

  @Test
  void growsWithBranches() {
    requireLinear(CUT, lines -> LongMethods.branches(lines / 5));
  }

  @Test
  void growsWithMethods() {
    requireLinear(CUT, lines -> LongMethods.methods(lines / 5, true));
  }

  @Test
  void growsWithCalls() {
    requireLinear(FULL, lines -> LongMethods.methods(lines / 5, false));
  }

  @Test
  void oneAttributionServesAllFiles() {
    List<CountedSource> sources =
        IntStream.range(0, 5)
            .mapToObj(i -> new CountedSource("C" + i, "class C" + i + LongMethods.body("x", i)))
            .toList();
    WorkMeter.measure(sources);
    // javac reads a file once, so does the nested compiler, and the comments are cut from the text.
    assertEquals("3, 3, 3, 3, 3", joined(sources));
  }

  private static String joined(List<CountedSource> sources) {
    return sources.stream().map(s -> "" + s.reads()).collect(Collectors.joining(", "));
  }

  private void compiles(String source) {
    Build build = new Build(folder).file("user/Long.java", source);
    assertTrue(build.onClassPath("-proc:only"), build.messages());
    assertTrue(build.generated("user/LongAdjoint.java"), build.messages());
  }

  @Test
  void sumOfTwoThousandTerms() {
    compiles(LongMethods.sum(2000));
  }

  @Test
  void fiveHundredParentheses() {
    compiles(LongMethods.parentheses(500));
  }

  @Test
  void fifteenHundredStatements() {
    compiles(LongMethods.straight(1500));
  }

  @Test
  void threeHundredReturns() {
    compiles(LongMethods.returns(300));
  }
}
