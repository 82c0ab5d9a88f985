package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link LinkedCorpus}. */
final class LinkedCorpusTest {
  /** More than an arena holds at first. */
  private static final double[] MANY =
      IntStream.range(0, 35).mapToDouble(i -> Math.sin(7 * i) / 2 + 0.0625).toArray();

  private static final double[] DISTINCT =
      IntStream.range(0, 35).mapToDouble(i -> i * 13 % 35 / 8.0).toArray();

  private static final double[] FEW = {0.75, -0.5, 1.25};

  @TestFactory
  Stream<DynamicNode> lists() {
    return CorpusSuite.of(
        LinkedCorpus.class,
        of("pushedAndWalked").at((Object) FEW).special("many", MANY).at(new double[0]),
        of("finalFields").at((Object) FEW).special("many", MANY),
        of("reversed").at((Object) FEW),
        of("bothWays").at(0.75, 4).throwing(NullPointerException.class, 0.75, 1),
        of("missing")
            .at(0.75, 2)
            .at(0.75, 3)
            .closed(a -> row(a.n(1) == 2 ? 6 * a.d(0) : 2 * a.d(0))),
        of("missingThrows")
            .at(0.75, 2)
            .closed(a -> row(2 * a.d(0)))
            .throwing(NullPointerException.class, 0.75, 1)
            .throwing(NullPointerException.class, 0.75, 0),
        of("genericStacks").at(0.75, 4),
        of("recursiveRecords").at(0.75, 4).at(0.75, 0));
  }

  @TestFactory
  Stream<DynamicNode> treesAndGraphs() {
    return CorpusSuite.of(
        LinkedCorpus.class,
        of("searchTree").at((Object) FEW).special("many", DISTINCT),
        of("listsOfChildren").at(0.75, 7),
        of("graph").at(0.75, 5),
        of("visited").at(0.75, 0.5, 5).at(0.75, 0.5, 20),
        of("innerNodes").at(0.75, 4),
        of("tapeByHand").at(0.75, 1.25),
        of("recursiveRoot").at(0.75, 2));
  }

  @TestFactory
  Stream<DynamicNode> expressionsAndFunctions() {
    return CorpusSuite.of(
        LinkedCorpus.class,
        of("expression")
            .at(new double[] {0.5, -0.75, 1.25}, 0.75)
            .closed(a -> polynomial(a.v(0), a.d(1)))
            .at(MANY, 0.75),
        of("builtByRecursion").at(0.75, 0.5, 4),
        of("functionsInNodes").at(0.75, 4),
        of("capturedNodes").at(0.75, 3).at(0.75, 1));
  }

  /** Of p(x) + 2 p'(x) with the coefficients from the highest power down. */
  private static double[] polynomial(double[] c, double x) {
    double[] partials = new double[c.length + 1];
    for (int i = 0; i < c.length; i++) {
      int n = c.length - 1 - i;
      partials[i] = Math.pow(x, n) + (n > 0 ? 2 * n * Math.pow(x, n - 1) : 0);
      partials[c.length] +=
          c[i]
              * ((n > 0 ? n * Math.pow(x, n - 1) : 0)
                  + (n > 1 ? 2 * n * (n - 1) * Math.pow(x, n - 2) : 0));
    }
    return partials;
  }
}
