package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link LibraryCorpus}. */
final class LibraryCorpusTest {
  private static final double[] FIVE = {1.25, -0.5, 2.0, 0.75, -1.5};
  private static final double[] KNOTS = {1, 2, 4, 5, 7};
  private static final double[] THREE = {0.5, 1.5, -2};

  @TestFactory
  Stream<DynamicNode> filled() {
    return CorpusSuite.of(
        LibraryCorpus.class,
        of("fill").at(1.5, 4).at(1.5, 2).closed(a -> row(fill(a.d(0), a.n(1)))),
        of("fillRange")
            .writes(0)
            .at(THREE, 3.0, 0, 2)
            .at(THREE, 3.0, 1, 1)
            .at(THREE, 3.0, 0, 3)
            .throwing(IllegalArgumentException.class, THREE, 3.0, 2, 1)
            .throwing(ArrayIndexOutOfBoundsException.class, THREE, 3.0, -1, 1)
            .throwing(ArrayIndexOutOfBoundsException.class, THREE, 3.0, 1, 4));
  }

  /** x^3 and x^2 at the ends, x between. */
  private static double fill(double x, int n) {
    return 6 * Math.pow(x, 5) + 4 * x * x * x + (n - 2) * 2 * x;
  }

  @TestFactory
  Stream<DynamicNode> copied() {
    return CorpusSuite.of(
        LibraryCorpus.class,
        of("copyOf")
            .at(THREE, 2)
            .at(THREE, 3)
            .at(THREE, 6)
            .throwing(NegativeArraySizeException.class, THREE, -1),
        of("copyOfRange")
            .at(FIVE, 1, 4)
            .at(FIVE, 2, 2)
            .at(FIVE, 3, 9)
            .throwing(IllegalArgumentException.class, FIVE, 3, 2)
            .throwing(ArrayIndexOutOfBoundsException.class, FIVE, 6, 7),
        of("arraycopy").at(FIVE, THREE, 1, 0, 3).at(FIVE, THREE, 4, 2, 1).at(FIVE, THREE, 0, 0, 0),
        of("shift")
            .writes(0)
            .at(FIVE, 0, 1, 4)
            .at(FIVE, 1, 0, 4)
            .at(FIVE, 0, 2, 2)
            .at(FIVE, 2, 2, 3)
            .throwing(ArrayIndexOutOfBoundsException.class, FIVE, -1, 0, 1)
            .throwing(ArrayIndexOutOfBoundsException.class, FIVE, 0, -1, 1)
            .throwing(ArrayIndexOutOfBoundsException.class, FIVE, 0, 0, -1)
            .throwing(ArrayIndexOutOfBoundsException.class, FIVE, 3, 0, 3)
            .throwing(ArrayIndexOutOfBoundsException.class, FIVE, 0, 4, 3),
        of("rows").writes(0).at((Object) new double[][] {{2}, {3}, {5, 7}}));
  }

  @TestFactory
  Stream<DynamicNode> others() {
    return CorpusSuite.of(
        LibraryCorpus.class,
        of("floats").at(new float[] {1, 2, 3}, 0.5f).closed(a -> row(0, 0, 1, 1)),
        of("floats").at(new float[] {1, 2, 3}, 4f).closed(a -> row(0, 0, 0, 9)),
        of("wholeNumbers").at(THREE, 3),
        of("interpolated").at(KNOTS, FIVE, 2.5).at(KNOTS, FIVE, -4.0).at(KNOTS, FIVE, 99.0),
        of("boxesOfTexts").at("3", 1.5).throwing(NumberFormatException.class, "x", 1.5),
        of("sortedIndices").at((Object) FIVE),
        of("sortedTexts").at(new String[] {"abc", "a", "bc"}, 1.5),
        of("clonedByReference").at((Object) THREE),
        of("boxesOfFunctions").at(1.5, 0.5).at(0.5, 1.75));
  }
}
