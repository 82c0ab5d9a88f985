package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.corpus.Trial.Outcome;
import io.cotangent.runtime.Tape;
import java.util.Arrays;
import java.util.List;

/** What must hold for every case at every point, one method per generated member. */
record CorpusChecks(Trial trial) {

  private static final double TIGHT = 1e-12;
  private static final double FLOAT_TIGHT = 1e-5;

  /** {@code gradient}: value, partials, effects. */
  void gradient() throws Throwable {
    Outcome primal = trial.outcome();
    Object[] arguments = trial.arguments();
    Object[] components = GeneratedMethod.components(trial.generated().call("gradient", arguments));
    sameOutcome("gradient", primal, new Outcome(components[0], arguments));
    double[] seeds = new double[trial.seeds(primal, 1).length];
    seeds[0] = 1;
    matchesOracle("gradient", seeds, partials(components));
    sameShapes(partials(components));
  }

  /** {@code vjp}: adds into buffers, in-out for written parameters, same bits with an own tape. */
  void vjp() throws Throwable {
    Outcome primal = trial.outcome();
    double[] seeds = trial.seeds(primal, 2);
    Vjp pooled = vjp(primal, seeds, null);
    sameOutcome("vjp", primal, pooled.outcome);
    matchesOracle("vjp", seeds, pooled.added());
    try (Tape tape = new Tape()) {
      for (int round = 0; round < 3; round++) {
        Vjp own = vjp(primal, seeds, tape);
        sameOutcome("vjp with a tape", primal, own.outcome);
        Compare.sameBits("vjp with a tape, round " + round, pooled.after, own.after);
      }
    }
  }

  /** {@code pullback}: linear, repeatable, independent of the caller's arrays, closed for good. */
  void pullback() throws Throwable {
    Outcome primal = trial.outcome();
    Object[] arguments = trial.arguments();
    Object pullback = trial.generated().call("pullback", arguments);
    Object value = trial.primal().isVoid() ? null : GeneratedMethod.on(pullback, "value");
    sameOutcome("pullback", primal, new Outcome(value, arguments));
    scramble(arguments);
    Object[] scrambled = DeepCopy.keepingAliases(arguments);
    double[] first = trial.seeds(primal, 3);
    double[] second = trial.seeds(primal, 4);
    Object[] once = apply(pullback, primal, first);
    apply(pullback, primal, second);
    Compare.sameBits("apply again with the first seed", once, apply(pullback, primal, first));
    Compare.sameBits("arguments after apply", scrambled, arguments);
    linear(pullback, primal, first, second);
    refusesAfterClose(pullback, primal, first);
  }

  /** {@code jvp}: value, effects, and the inner product with {@code vjp}. */
  void jvp() throws Throwable {
    Outcome primal = trial.outcome();
    Object[] arguments = trial.arguments();
    Object[] before = trial.tangents(5);
    Object[] tangents = trial.tangents(5);
    Object result = trial.generated().callWith("jvp", List.of(arguments, tangents));
    Object[] components =
        result == null ? new Object[] {null, null} : GeneratedMethod.components(result);
    sameOutcome("jvp", primal, new Outcome(components[0], arguments));
    unwrittenUnchanged(before, tangents);
    double[] out = LeafVector.of(new Object[] {components[1]}, trial.ofWritten(tangents));
    double[] seeds = trial.seeds(primal, 6);
    double[] adjoint = LeafVector.of(vjp(primal, seeds, null).added());
    innerProduct(seeds, out, adjoint, LeafVector.of(before));
  }

  /** {@code jacobian} of a result that is not scalar. */
  void jacobian() throws Throwable {
    Outcome primal = trial.outcome();
    Object[] arguments = trial.arguments();
    double[][] actual = (double[][]) trial.generated().call("jacobian", arguments);
    sameOutcome("jacobian", primal, new Outcome(primal.result(), arguments));
    double[][] expected = trial.jacobian();
    assertEquals(LeafVector.ofOne(primal.result()).length, actual.length, "rows");
    for (int row = 0; row < actual.length; row++) {
      Compare.close("jacobian row " + row, expected[row], actual[row], oracleTolerance());
    }
  }

  /** Every member throws what the primal throws, and leaves the arguments as the primal does. */
  void throwing(Class<? extends Throwable> thrown) throws Throwable {
    Object[] arguments = trial.arguments();
    Throwable expected = assertThrows(thrown, () -> trial.primal().call(arguments));
    Outcome outcome = new Outcome(null, arguments);
    double[] seed = {1};
    sameFailure("gradient", expected, outcome, List.of());
    sameFailure("pullback", expected, outcome, List.of());
    sameFailure("jvp", expected, outcome, List.<Object[]>of(trial.tangents(5)));
    Object[] buffers = trial.buffers(outcome, () -> 1);
    sameFailure("vjp", expected, outcome, List.of(new Object[] {seed[0]}, buffers));
  }

  private void sameFailure(String member, Throwable expected, Outcome after, List<Object[]> more)
      throws Throwable {
    Object[] arguments = trial.arguments();
    Object[] rest = more.stream().flatMap(Arrays::stream).toArray();
    Throwable actual =
        assertThrows(
            expected.getClass(),
            () -> trial.generated().callWith(member, List.of(arguments, rest)));
    if (!(expected instanceof NullPointerException)) { // whose message names variables of the code
      assertEquals(expected.getMessage(), actual.getMessage(), member + ": message");
    }
    Compare.sameBits(member + ": arguments", after.arguments(), arguments);
  }

  private Vjp vjp(Outcome primal, double[] seeds, Tape tape) throws Throwable {
    Object[] arguments = trial.arguments();
    var supply = LeafVector.from(seeds);
    Object[] seed = trial.resultSeed(primal, supply);
    Object[] buffers = trial.buffers(primal, supply);
    double[][] before = perBuffer(buffers);
    Object[] first = tape == null ? new Object[0] : new Object[] {tape};
    Object value = trial.generated().callWith("vjp", List.of(first, arguments, seed, buffers));
    return new Vjp(trial, new Outcome(value, arguments), before, perBuffer(buffers));
  }

  private Object[] apply(Object pullback, Outcome primal, double[] seeds) throws Throwable {
    var supply = LeafVector.from(seeds);
    Object[] seed = trial.resultSeed(primal, supply);
    Object[] written = trial.writtenSeeds(primal, supply);
    if (!takesWrittenSeeds(pullback)) {
      written = new Object[0];
    }
    Object[] all = List.of(seed, written).stream().flatMap(Arrays::stream).toArray();
    return GeneratedMethod.components(GeneratedMethod.on(pullback, "apply", all));
  }

  /** A void method's {@code apply} has seeds for written parameters; others may leave them out. */
  private boolean takesWrittenSeeds(Object pullback) {
    int seeds = trial.corpusCase().written().length + (trial.primal().isVoid() ? 0 : 1);
    return trial.primal().isVoid() || GeneratedMethod.has(pullback.getClass(), "apply", seeds);
  }

  private void linear(Object pullback, Outcome primal, double[] first, double[] second)
      throws Throwable {
    double[] combined = new double[first.length];
    for (int i = 0; i < combined.length; i++) {
      combined[i] = 2 * first[i] - second[i];
    }
    for (double[] seeds : List.of(first, second, combined)) {
      double[] effective =
          takesWrittenSeeds(pullback) ? seeds : trial.resultSeedsOnly(primal, seeds);
      Object[] partials = partials(apply(pullback, primal, seeds));
      matchesOracle("apply", effective, partials);
      sameShapes(partials);
    }
  }

  private void refusesAfterClose(Object pullback, Outcome primal, double[] seeds) throws Throwable {
    GeneratedMethod.on(pullback, "close");
    GeneratedMethod.on(pullback, "close");
    assertThrows(IllegalStateException.class, () -> apply(pullback, primal, seeds));
  }

  /** The components of a gradient without the value. */
  private Object[] partials(Object[] components) {
    int parameters = trial.corpusCase().differentiatedIndices(trial.primal()).length;
    int values = trial.primal().scalar() ? 1 : components.length - parameters;
    assertEquals(parameters + values, components.length, "components of the gradient");
    return Arrays.copyOfRange(components, values, components.length);
  }

  private void sameOutcome(String member, Outcome expected, Outcome actual) {
    Compare.sameBits(member + ": value", expected.result(), actual.result());
    Compare.sameBits(member + ": arguments", expected.arguments(), actual.arguments());
  }

  private void matchesOracle(String member, double[] seeds, Object[] partials) {
    double[] expected = trial.pulledBack(seeds);
    Compare.close(member, expected, LeafVector.of(partials), oracleTolerance());
  }

  /** Every partial has the type and shape of its parameter. */
  private void sameShapes(Object[] partials) {
    Object[] parameters = trial.corpusCase().differentiated(trial.arguments());
    for (int i = 0; i < partials.length; i++) {
      Object expected = LeafVector.shaped(parameters[i], () -> 0);
      Compare.sameBits("shape of partial " + i, expected, LeafVector.shaped(partials[i], () -> 0));
    }
  }

  private void unwrittenUnchanged(Object[] before, Object[] tangents) {
    int[] indices = trial.corpusCase().differentiatedIndices(trial.primal());
    for (int i = 0; i < indices.length; i++) {
      if (!trial.isWritten(indices[i])) {
        Compare.sameBits("tangent of parameter " + indices[i], before[i], tangents[i]);
      }
    }
  }

  private void innerProduct(double[] seeds, double[] out, double[] adjoint, double[] in) {
    assertEquals(seeds.length, out.length, "tangent leaves");
    assertEquals(in.length, adjoint.length, "adjoint leaves");
    double magnitude = magnitude(seeds, out) + magnitude(adjoint, in);
    double difference = Math.abs(product(seeds, out) - product(adjoint, in));
    if (Double.isFinite(product(seeds, out)) && Double.isFinite(product(adjoint, in))) {
      double allowed = trial.primal().floating() ? FLOAT_TIGHT : TIGHT;
      assertEquals(0, difference, allowed * Compare.scale(magnitude), "forward against reverse");
    } else {
      assertEquals(
          Double.isFinite(product(seeds, out)),
          Double.isFinite(product(adjoint, in)),
          "forward against reverse: only one is finite");
    }
  }

  private double oracleTolerance() {
    return trial.corpusCase().oracleTolerance(trial.primal());
  }

  private static double product(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  private static double magnitude(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += Math.abs(left[i] * right[i]);
    }
    return sum;
  }

  private static double[][] perBuffer(Object[] buffers) {
    return Arrays.stream(buffers).map(LeafVector::ofOne).toArray(double[][]::new);
  }

  /** Overwrites every number the caller could still change. */
  private static void scramble(Object[] arguments) {
    for (Object argument : arguments) {
      scramble(argument);
    }
  }

  private static void scramble(Object array) {
    if (array instanceof double[] numbers) {
      Arrays.fill(numbers, Double.NaN);
    } else if (array instanceof float[] numbers) {
      Arrays.fill(numbers, Float.NaN);
    } else if (array instanceof int[] numbers) {
      Arrays.fill(numbers, -7);
    } else if (array instanceof Object[] rows) {
      scramble(rows);
      Arrays.fill(rows, null);
    }
  }

  /** One call of {@code vjp} with the leaves of each buffer before and after. */
  private record Vjp(Trial trial, Outcome outcome, double[][] before, double[][] after) {

    /** What was added to each buffer; for an in-out buffer what it holds. */
    Object[] added() {
      int[] indices = trial.corpusCase().differentiatedIndices(trial.primal());
      double[][] added = new double[after.length][];
      for (int i = 0; i < added.length; i++) {
        added[i] = after[i].clone();
        for (int leaf = 0; leaf < added[i].length && !trial.isWritten(indices[i]); leaf++) {
          added[i][leaf] -= before[i][leaf];
        }
      }
      return added;
    }
  }
}
