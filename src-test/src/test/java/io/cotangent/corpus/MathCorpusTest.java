package io.cotangent.corpus;

import static io.cotangent.corpus.Args.row;
import static io.cotangent.corpus.CorpusCase.of;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link MathCorpus}. */
final class MathCorpusTest {

  @TestFactory
  Stream<DynamicNode> ofOneArgument() {
    return CorpusSuite.of(
        MathCorpus.class,
        of("acos").at(0.25).at(-0.75).closed(a -> unary(a, x -> -1 / Math.sqrt(1 - x * x))),
        of("asin").at(0.25).at(-0.75).closed(a -> unary(a, x -> 1 / Math.sqrt(1 - x * x))),
        of("atan").at(0.25).at(-3.0).closed(a -> unary(a, x -> 1 / (1 + x * x))),
        of("cbrt").at(8.0).at(-2.0).closed(a -> unary(a, x -> Math.cbrt(x) / (3 * x))),
        of("cos").at(0.75).at(0.0).closed(a -> unary(a, x -> -Math.sin(x))),
        of("cosh").at(0.75).at(-1.5).closed(a -> unary(a, x -> Math.sinh(x))),
        of("exp").at(0.75).at(-800.0).closed(a -> unary(a, x -> Math.exp(x))),
        of("expm1").at(0.75).at(1e-10).closed(a -> unary(a, x -> Math.exp(x))),
        of("log").at(0.75).at(1e300).closed(a -> unary(a, x -> 1 / x)),
        of("log10").at(0.75).at(1e-5).closed(a -> unary(a, x -> 1 / (x * Math.log(10)))),
        of("log1p").at(0.75).at(-0.5).at(1e-12).closed(a -> unary(a, x -> 1 / (1 + x))),
        of("sin").at(0.75).at(0.0).closed(a -> unary(a, x -> Math.cos(x))),
        of("sinh").at(0.75).at(-1.5).closed(a -> unary(a, x -> Math.cosh(x))),
        of("sqrt").at(2.25).at(1e-20).closed(a -> unary(a, x -> 0.5 / Math.sqrt(x))),
        of("tan").at(0.75).at(-1.25).closed(a -> unary(a, x -> 1 / (Math.cos(x) * Math.cos(x)))),
        of("tanh")
            .at(0.75)
            .at(-1.5)
            .special("saturated", 40.0)
            .closed(a -> unary(a, x -> 1 / (Math.cosh(x) * Math.cosh(x)))),
        of("toDegrees").at(0.75).closed(a -> unary(a, x -> 180 / Math.PI)),
        of("toRadians").at(0.75).closed(a -> unary(a, x -> Math.PI / 180)),
        of("abs")
            .at(0.75)
            .at(-0.75)
            .special("kink", 0.0)
            .closed(a -> unary(a, x -> x == 0 ? 0 : x > 0 ? 1 : -1)),
        of("nextUp").at(0.75).closed(a -> unary(a, x -> 1)),
        of("nextDown").at(0.75).closed(a -> unary(a, x -> 1)));
  }

  /** Functions with steps, times x: the derivative is the function itself. */
  @TestFactory
  Stream<DynamicNode> steps() {
    return CorpusSuite.of(
        MathCorpus.class,
        of("ceil").at(2.3).at(-1.7).closed(a -> unary(a, x -> Math.ceil(x))),
        of("floor").at(2.3).at(-1.7).closed(a -> unary(a, x -> Math.floor(x))),
        of("rint").at(2.3).at(-1.7).closed(a -> unary(a, x -> Math.rint(x))),
        of("signum").at(2.3).at(-1.7).closed(a -> unary(a, x -> Math.signum(x))),
        of("ulp").at(2.3).at(-1.7).closed(a -> unary(a, x -> Math.ulp(x))),
        of("getExponent").at(2.3).at(-1.7).closed(a -> unary(a, x -> Math.getExponent(x))),
        of("round").at(2.3).at(-1.7).closed(a -> unary(a, x -> Math.round(x))));
  }

  @TestFactory
  Stream<DynamicNode> ofSeveralArguments() {
    return CorpusSuite.of(
        MathCorpus.class,
        of("atan2")
            .at(0.75, 1.5)
            .at(-0.75, -1.5)
            .at(2.0, 0.0)
            .closed(
                a ->
                    row(
                        a.d(1) / (a.d(0) * a.d(0) + a.d(1) * a.d(1)),
                        -a.d(0) / (a.d(0) * a.d(0) + a.d(1) * a.d(1)))),
        of("hypot")
            .at(3.0, -4.0)
            .at(1e200, 1e200)
            .closed(
                a -> row(a.d(0) / Math.hypot(a.d(0), a.d(1)), a.d(1) / Math.hypot(a.d(0), a.d(1)))),
        of("pow")
            .at(1.5, 2.5)
            .at(2.0, -1.0)
            .closed(
                a ->
                    row(
                        a.d(1) * Math.pow(a.d(0), a.d(1) - 1),
                        Math.pow(a.d(0), a.d(1)) * Math.log(a.d(0)))),
        of("max")
            .at(1.5, 2.5)
            .at(2.5, 1.5)
            .special("tie", 2.0, 2.0)
            .closed(a -> row(a.d(0) >= a.d(1) ? 1 : 0, a.d(0) >= a.d(1) ? 0 : 1)),
        of("min")
            .at(1.5, 2.5)
            .at(2.5, 1.5)
            .special("tie", 2.0, 2.0)
            .closed(a -> row(a.d(0) <= a.d(1) ? 1 : 0, a.d(0) <= a.d(1) ? 0 : 1)),
        of("copySign")
            .at(1.5, -2.5)
            .at(-1.5, 2.5)
            .at(1.5, 2.5)
            .at(-1.5, -0.0)
            .closed(a -> row(Math.signum(a.d(0)) * Math.copySign(1, a.d(1)), 0)),
        of("signOfZero")
            .at(1.5, -2.5)
            .at(-1.5, -2.5)
            .at(-1.5, 2.5)
            .at(-1.5, 12.0)
            .wrt(0)
            .closed(a -> row(a.d(1) > 10 ? 0 : Math.signum(a.d(0)) * Math.signum(a.d(1)))),
        of("IEEEremainder")
            .at(7.25, 2.0)
            .at(-7.25, 2.0)
            .at(5.0, -3.0)
            .closed(a -> row(1, -Math.rint(a.d(0) / a.d(1)))),
        of("nextAfter").at(1.5, 2.5).closed(a -> row(1, 0)),
        of("fma").at(1.5, 2.5, -0.5).closed(a -> row(a.d(1), a.d(0), 1)),
        of("scalb").at(1.5, 3).at(1.5, -2).closed(a -> row(Math.scalb(2 * a.d(0), a.n(1)))),
        of("constants").at(1.5).closed(a -> row(2 * Math.PI * a.d(0) - Math.E / a.d(0) / a.d(0))),
        of("passive").at(1.5, 5, 7L).at(-1.5, -5, -7L));
  }

  /** The table of policies in the language's description. */
  @TestFactory
  Stream<DynamicNode> policies() {
    return CorpusSuite.of(
        MathCorpus.class,
        of("squareRootTimesZero").at(2.0).closed(a -> row(1)),
        of("sqrt").special("infinite", 0.0).closed(a -> row(Double.POSITIVE_INFINITY)),
        of("log").special("infinite", 0.0).closed(a -> row(Double.POSITIVE_INFINITY)),
        of("pow").special("zero to the zero", 0.0, 0.0).closed(a -> row(0, 0)),
        of("powConstantExponent")
            .at(1.5)
            .at(-1.5)
            .special("zero", 0.0)
            .closed(a -> row(2 * a.d(0) + 3 * a.d(0) * a.d(0) + 1)),
        of("powConstantBase").at(1.5).closed(a -> row(Math.pow(2, a.d(0)) * Math.log(2))),
        of("powIntegerExponent")
            .at(-1.5, 3)
            .at(0.0, 2)
            .at(0.0, 1)
            .at(0.0, 0)
            .at(-2.0, -2)
            .closed(a -> row(a.n(1) == 0 ? 0 : a.n(1) * Math.pow(a.d(0), a.n(1) - 1))),
        of("remainder")
            .at(7.25, 2.0)
            .at(-7.25, 2.0)
            .at(7.25, -2.0)
            .closed(a -> row(1, -(double) (int) (a.d(0) / a.d(1)))),
        of("negatedAbsolute").at(1.5).at(-1.5).at(0.0).closed(a -> row(2 * a.d(0))),
        of("softmax").at(new double[] {1, 2.5, -1}, 0).at(new double[] {700, 2, -900}, 2),
        of("intoMath").at(1.5, 4).at(5.5, 4));
  }

  /** At the origin the root's derivative is infinite; its seed, twice the norm, is zero. */
  @TestFactory
  Stream<DynamicNode> strongZero() {
    return CorpusSuite.of(
        MathCorpus.class,
        of("normAtOrigin").at(1.5, -2.0).closed(a -> row(2 * a.d(0) + 3, 2 * a.d(1))),
        of("largerThanRoot").at(2.25).special("steep", 0.0).closed(a -> row(steep(a.d(0)))),
        of("normAtOrigin").special("origin", 0.0, 0.0).closed(a -> row(3, 0)));
  }

  private static double steep(double x) {
    return x == 0 ? 1 : 1 + 1 / Math.sqrt(x);
  }

  private static double[] unary(Args arguments, DoubleUnaryOperator derivative) {
    return row(derivative.applyAsDouble(arguments.d(0)));
  }
}
