package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link ShippedBugsCorpus}. */
final class ShippedBugsCorpusTest {

  private static final double[] FOUR = {1.25, -0.5, 2.0, 0.75};

  @TestFactory
  Stream<DynamicNode> loops() {
    return CorpusSuite.of(
        ShippedBugsCorpus.class,
        of("breakDropped").wrt(0, 1).at(FOUR, 3.0).at(FOUR, 0.1).at(FOUR, 1e6),
        of("conditionEffectRunsOnceMore").at(1.25, new int[] {0}).at(1.25, new int[] {9}),
        of("divisorInlined").at(1.5, new double[] {2, 0.5, 3}).at(1.5, new double[0]),
        of("swapLoop").at(1.5, 2.5).closed(a -> row(a.d(1) * a.d(1), 2 * a.d(0) * a.d(1))),
        of("floatLoopCounter").at(0.5),
        of("silentlyCut").at(2.3).steps(0.1).at(1.1),
        of("deadLoop").at(1.5).closed(a -> row(2 * a.d(0))),
        of("deepNesting").at(0.75).at(3.5).at(-4.0),
        of("longStraightLine").at(0.75).at(-0.25));
  }

  @TestFactory
  Stream<DynamicNode> adjointsThatMustStartAtZero() {
    return CorpusSuite.of(
        ShippedBugsCorpus.class,
        of("constantAccumulator").at(FOUR).closed(a -> row(1, 0.5, 0.5, 0.5)),
        of("accumulatorReset")
            .at((Object) new double[][] {{1, 2}, {3}, {4, 5}})
            .closed(a -> row(2, 4, 12, 32, 40)),
        of("staleLocal").at(FOUR).at(new double[] {-1, -2, 3, -4}),
        of("bufferReused").at((Object) new double[][] {{1, 0.5, 2}, {0.75}, {}, {0.25, 1.5}}),
        of("bufferEscapes").at(1.25, 5).at(1.25, 0));
  }

  @TestFactory
  Stream<DynamicNode> branches() {
    return CorpusSuite.of(
        ShippedBugsCorpus.class,
        of("guardedTernaries").at(-1.5).at(0.0).at(2.5).at(12.0).closed(a -> guarded(a.d(0))),
        of("nanInOtherBranch").at(FOUR).at(new double[] {0, -1, 2}).closed(a -> logs(a.v(0))),
        of("powAtZeroInBranch").at(1.5, 2.5).special("zero", 0.0, 2.5).closed(a -> powers(a)));
  }

  @TestFactory
  Stream<DynamicNode> aliasesAndCalls() {
    return CorpusSuite.of(
        ShippedBugsCorpus.class,
        of("callOnTemporary").at(1.5).closed(a -> row(3 * a.d(0) * a.d(0) + 6 * a.d(0))),
        of("rowsSharedBetweenMatrices").at(1.5, 2.5).closed(a -> shared(a.d(0), a.d(1))),
        of("overwrittenElementRead").at(new double[] {0.5, 0.75}),
        of("selfAssignment").at(1.5).closed(a -> row(16 * Math.pow(a.d(0), 3) - 2 * a.d(0))));
  }

  @TestFactory
  Stream<DynamicNode> names() {
    return CorpusSuite.of(
        ShippedBugsCorpus.class,
        of("parameterCalledValue").at(1.25).at(-0.5),
        of("awkwardParameters").at(1.5, 2.0, 0.5, 3.0));
  }

  /** Names that a record component cannot have, or that are taken, get a trailing underscore. */
  @Test
  void componentNames() throws Throwable {
    assertEquals(List.of("value", "value_"), names("ParameterCalledValue", 1.5));
    assertEquals(
        List.of("value", "hashCode_", "toString_", "clone_", "self"),
        names("AwkwardParameters", 1.5, 2.0, 0.5, 3.0));
  }

  /** Zero times an infinite derivative is zero, as nothing flows into the root. */
  @Test
  void infiniteDerivativeTimesZeroSeed() throws Throwable {
    GeneratedMethod method = GeneratedMethod.find(MathCorpus.class, "SquareRootTimesZero");
    assertEquals(1.0, GeneratedMethod.components(method.call("gradient", 0.0))[1]);
  }

  private static List<String> names(String nested, Object... arguments) throws Throwable {
    GeneratedMethod method = GeneratedMethod.find(ShippedBugsCorpus.class, nested);
    return GeneratedMethod.componentNames(method.call("gradient", arguments));
  }

  private static double[] guarded(double x) {
    if (x < 0) {
      return row(1 / (x * x));
    }
    return row(x == 0 ? 0 : x > 10 ? 1 / x : -0.5 * Math.pow(x, -1.5));
  }

  private static double[] logs(double[] v) {
    double[] result = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      result[i] = v[i] > 0 ? Math.log(v[i]) + 1 : 0;
    }
    return result;
  }

  private static double[] powers(Args a) {
    double x = a.d(0);
    double y = a.d(1);
    return x == 0 ? row(y, 0) : row(y * Math.pow(x, y - 1) + y, Math.pow(x, y) * Math.log(x) + x);
  }

  /** row becomes (xy, y + xy): their product plus a constant. */
  private static double[] shared(double x, double y) {
    return row(y * y + 2 * x * y * y, 2 * x * y * (1 + x));
  }
}
