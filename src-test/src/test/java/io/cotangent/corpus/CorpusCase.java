package io.cotangent.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One annotated method of the corpus with the points it is checked at and its oracle.
 *
 * @param method name of the annotated method
 * @param nested simple name of the generated nested class
 * @param points where it is checked
 * @param oracle independent source of its derivatives
 * @param wrt indices of the differentiated parameters, or null for all of differentiable type
 * @param written indices of the differentiable array parameters the method writes
 * @param tolerance relative, against the oracle; NaN for the oracle's usual one
 * @param stepFactor scales the steps of the differences
 */
record CorpusCase(
    String method,
    String nested,
    List<Point> points,
    Oracle oracle,
    int[] wrt,
    int[] written,
    double tolerance,
    double stepFactor) {

  private static final double DIFFERENCES_TOLERANCE = 2e-7;
  private static final double CLOSED_TOLERANCE = 1e-12;
  private static final double FLOAT_TOLERANCE = 1e-5;

  /** A named input; {@code thrown} is what the primal throws there, or null. */
  record Point(String label, Object[] arguments, Class<? extends Throwable> thrown) {}

  /** A case with the default oracle, differences of the method itself, and no point yet. */
  static CorpusCase of(String method) {
    String nested = Character.toUpperCase(method.charAt(0)) + method.substring(1);
    return new CorpusCase(
        method, nested, List.of(), Differences::ofPrimal, null, new int[0], Double.NaN, 1);
  }

  /** The method carries {@code @Differentiable(name = nested)}. */
  CorpusCase named(String nestedName) {
    return new CorpusCase(method, nestedName, points, oracle, wrt, written, tolerance, stepFactor);
  }

  /** Adds a point labelled by its arguments. */
  CorpusCase at(Object... arguments) {
    Object[] list = list(arguments);
    return with(new Point(Arrays.deepToString(list), list, null));
  }

  /** Adds a point with a name. */
  CorpusCase special(String label, Object... arguments) {
    return with(new Point(label, list(arguments), null));
  }

  /** Adds a point at which the primal throws. */
  CorpusCase throwing(Class<? extends Throwable> thrown, Object... arguments) {
    return with(new Point("throws " + thrown.getSimpleName(), list(arguments), thrown));
  }

  /** The gradient of a scalar result by hand: one number per leaf. */
  CorpusCase closed(Function<Args, double[]> gradient) {
    return jacobian(arguments -> new double[][] {gradient.apply(arguments)});
  }

  /** The Jacobian by hand. */
  CorpusCase jacobian(Function<Args, double[][]> rows) {
    return oracle((corpusCase, primal, point) -> rows.apply(new Args(DeepCopy.widened(point))))
        .defaultTolerance(CLOSED_TOLERANCE);
  }

  /** A plain formula for the same function, written without what makes the method hard. */
  CorpusCase formula(ToDoubleFunction<Args> formula) {
    return oracle(Differences.ofFormula(formula));
  }

  /** Replaces the tolerance against the oracle. */
  CorpusCase tolerance(double relative) {
    return new CorpusCase(method, nested, points, oracle, wrt, written, relative, stepFactor);
  }

  /** Scales the steps of the differences. */
  CorpusCase steps(double factor) {
    return new CorpusCase(method, nested, points, oracle, wrt, written, tolerance, factor);
  }

  /** The parameters that {@code wrt} names. */
  CorpusCase wrt(int... indices) {
    return new CorpusCase(method, nested, points, oracle, indices, written, tolerance, stepFactor);
  }

  /** The differentiable array parameters the method writes. */
  CorpusCase writes(int... indices) {
    return new CorpusCase(method, nested, points, oracle, wrt, indices, tolerance, stepFactor);
  }

  /** The tolerance against the oracle for this method. */
  double oracleTolerance(Primal primal) {
    double chosen = Double.isNaN(tolerance) ? DIFFERENCES_TOLERANCE : tolerance;
    return primal.floating() ? Math.max(chosen, FLOAT_TOLERANCE) : chosen;
  }

  /** The indices of the differentiated parameters of {@code primal}. */
  int[] differentiatedIndices(Primal primal) {
    return wrt != null ? wrt : differentiableIndices(primal.method().getParameterTypes());
  }

  /** The differentiated ones of {@code arguments}. */
  Object[] differentiated(Object[] arguments) {
    return select(arguments, wrt != null ? wrt : differentiableIndices(types(arguments)));
  }

  /** Replaces the leaves of the differentiated arguments in place of {@code arguments}. */
  Object[] withDifferentiated(Object[] arguments, double[] leaves) {
    DoubleSupplier supply = LeafVector.from(leaves);
    for (int index : wrt != null ? wrt : differentiableIndices(types(arguments))) {
      arguments[index] = LeafVector.shaped(arguments[index], supply);
    }
    return arguments;
  }

  /** The leaves of the result, then those of the final contents of the written parameters. */
  double[] outputLeaves(Object result, Object[] finalArguments) {
    double[] first = LeafVector.ofOne(result);
    double[] second = LeafVector.of(select(finalArguments, written));
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  static Object[] select(Object[] arguments, int[] indices) {
    return Arrays.stream(indices).mapToObj(index -> arguments[index]).toArray();
  }

  private CorpusCase oracle(Oracle replacement) {
    return new CorpusCase(method, nested, points, replacement, wrt, written, tolerance, stepFactor);
  }

  private CorpusCase defaultTolerance(double relative) {
    return Double.isNaN(tolerance) ? tolerance(relative) : this;
  }

  private CorpusCase with(Point point) {
    List<Point> all = new ArrayList<>(points);
    all.add(point);
    return new CorpusCase(
        method, nested, List.copyOf(all), oracle, wrt, written, tolerance, stepFactor);
  }

  /** A single {@code double[][]} argument arrives as the argument list itself: wrap it again. */
  private static Object[] list(Object[] arguments) {
    return arguments.getClass() == Object[].class ? arguments : new Object[] {arguments};
  }

  private static Class<?>[] types(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument == null ? Object.class : argument.getClass())
        .toArray(Class<?>[]::new);
  }

  private static int[] differentiableIndices(Class<?>[] types) {
    return java.util.stream.IntStream.range(0, types.length)
        .filter(index -> differentiable(types[index]))
        .toArray();
  }

  private static boolean differentiable(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element == double.class
        || element == float.class
        || type == Double.class
        || type == Float.class;
  }
}
