package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link ScalarCorpus}. */
final class ScalarCorpusTest {

  @TestFactory
  Stream<DynamicNode> operators() {
    return CorpusSuite.of(
        ScalarCorpus.class,
        of("identity").at(3.0).special("NaN", Double.NaN).at(-0.0).closed(a -> row(1)),
        of("constant").at(3.0).closed(a -> row(0)),
        of("negate").at(1.5).at(0.0).closed(a -> row(1)),
        of("quotientOfProducts").at(1.25, 0.5, 1.5).at(-2.0, 3.0, 0.75),
        of("unusedParameter").at(2.0, 5.0, 7.0).closed(a -> row(a.d(2), 0, a.d(0))),
        of("fanOut").at(1.5).at(-0.75).at(0.0).closed(a -> row(fanOut(a.d(0)))),
        of("compound").at(1.25, 0.75).at(-0.5, 2.0).closed(a -> compound(a.d(0), a.d(1))),
        of("assignInsideExpression").at(1.25, -0.75).at(0.5, 2.0),
        of("chainedAssignment").at(1.5).closed(a -> row(8 * Math.pow(a.d(0), 3))),
        of("incrementActive").at(1.5).at(-2.0),
        of("incrementParameter").at(0.5).at(-1.0).closed(a -> row(2 * a.d(0) + 3)),
        of("overwrittenParameter").at(1.25, 0.5).at(-1.0, 2.0),
        of("evaluationOrder").at(1.25).at(0.0),
        of("compoundReadsOldValue").at(1.25).closed(a -> row(1 + 4 * Math.pow(a.d(0), 3))),
        of("deepExpression").at(1.25, 0.5).at(-0.5, 0.25),
        of("cancelled").at(2.0).closed(a -> row(3)));
  }

  @TestFactory
  Stream<DynamicNode> passiveTypes() {
    return CorpusSuite.of(
        ScalarCorpus.class,
        of("intArithmetic").at(1.5, 7).at(-0.5, 4).at(2.0, 0),
        of("integerDivision").at(1.5, 7, 2).at(-1.5, -7, 2).closed(a -> integerDivision(a)),
        of("castsTruncate").at(2.57).at(1.234).steps(0.01),
        of("intCompoundAssignment").at(2.3).at(0.6).steps(0.1),
        of("charsAndShorts").at(1.5, 'e', (short) 7, (byte) -3),
        of("bigConstants").at(2.5),
        of("texts").at(1.5).closed(a -> row(2 * 19 * a.d(0))),
        of("longAccumulator").at(9L, 1.5).closed(a -> row(2 * ((9 << 2) ^ 5) * a.d(1))));
  }

  @TestFactory
  Stream<DynamicNode> names() {
    return CorpusSuite.of(
        ScalarCorpus.class,
        of("varAndFinal").at(1.5).closed(a -> row(12 * Math.pow(a.d(0), 3) + 6 * a.d(0))),
        of("shadowedInBlocks").at(1.25).at(-0.5),
        of("multipleDeclarators").at(1.25),
        of("staticConstants").at(1.5).closed(a -> row(a.d(0) + 3.25)),
        of("onlySecond").at(2.0, 3.0).wrt(1).closed(a -> row(2 * a.d(0) * a.d(1))),
        of("unfriendlyNames").at(1.25, 0.5, -0.75).at(0.5, 2.0, 1.0),
        of("tangentNames").at(1.25, 0.5, -0.75));
  }

  /** Components come in the order of the parameters. */
  @TestFactory
  Stream<DynamicNode> wrtOrder() {
    return CorpusSuite.of(
        ScalarCorpus.class,
        of("twoOfThree")
            .at(2.0, 3.0, 5.0)
            .wrt(0, 2)
            .closed(a -> row(a.d(1) * a.d(2) * a.d(2), 2 * a.d(0) * a.d(1) * a.d(2))));
  }

  /** y = x^2, z = x^3 + x^2: zy + xz - y = x^5 + 2 x^4 + x^3 - x^2. */
  private static double fanOut(double x) {
    return 5 * Math.pow(x, 4) + 8 * Math.pow(x, 3) + 3 * x * x - 2 * x;
  }

  /** r = xy, then xy (xy + 1) / y = x (xy + 1). */
  private static double[] compound(double x, double y) {
    return row(2 * x * y + 1, x * x);
  }

  private static double[] integerDivision(Args a) {
    int quotient = a.n(1) / a.n(2);
    double ratio = (double) a.n(1) / a.n(2);
    return row(quotient + 2 * ratio * a.d(0) + 1.0 / quotient);
  }
}
