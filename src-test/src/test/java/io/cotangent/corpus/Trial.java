package io.cotangent.corpus;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * One case at one point: what the primal does there, the oracle's Jacobian, and seeds, tangents and
 * buffers of the right shapes. Every call of a method here gives fresh objects.
 *
 * @param corpusCase the case
 * @param primal its method
 * @param generated its generated class
 * @param point the arguments, never handed out themselves
 */
record Trial(CorpusCase corpusCase, Primal primal, GeneratedMethod generated, Object[] point) {

  /** Fresh arguments, aliased among each other as the point's are. */
  Object[] arguments() {
    return DeepCopy.keepingAliases(point);
  }

  /** What the primal returns, and the arguments as it leaves them. */
  Outcome outcome() throws Throwable {
    Object[] arguments = arguments();
    return new Outcome(primal.call(arguments), arguments);
  }

  /** The oracle's Jacobian. */
  double[][] jacobian() {
    return corpusCase.oracle().jacobian(corpusCase, primal, arguments());
  }

  /** The product of {@code seeds}, one per output leaf, with the oracle's Jacobian. */
  double[] pulledBack(double[] seeds) {
    double[][] jacobian = jacobian();
    double[] result = new double[LeafVector.of(corpusCase.differentiated(arguments())).length];
    for (int row = 0; row < jacobian.length; row++) {
      for (int column = 0; column < result.length; column++) {
        if (seeds[row] != 0) {
          result[column] += seeds[row] * jacobian[row][column];
        }
      }
    }
    return result;
  }

  /** One random number per output leaf. */
  double[] seeds(Outcome outcome, long randomSeed) {
    return numbers(
        randomSeed, corpusCase.outputLeaves(outcome.result(), outcome.arguments()).length);
  }

  /** The same seeds with zero for the final contents of written parameters. */
  double[] resultSeedsOnly(Outcome outcome, double[] seeds) {
    double[] result = seeds.clone();
    Arrays.fill(result, LeafVector.ofOne(outcome.result()).length, result.length, 0);
    return result;
  }

  /** The seed of the result in the result's type, or nothing for a void method. */
  Object[] resultSeed(Outcome outcome, DoubleSupplier seeds) {
    return primal.isVoid()
        ? new Object[0]
        : new Object[] {LeafVector.shaped(outcome.result(), seeds)};
  }

  /** The seeds of the final contents of the written parameters. */
  Object[] writtenSeeds(Outcome outcome, DoubleSupplier seeds) {
    Object[] written = CorpusCase.select(outcome.arguments(), corpusCase.written());
    return Arrays.stream(written).map(each -> LeafVector.shaped(each, seeds)).toArray();
  }

  /**
   * Buffers for {@code vjp}: in-out ones hold the seeds left in {@code seeds}, the others arbitrary
   * numbers that {@code vjp} has to add to.
   */
  Object[] buffers(Outcome outcome, DoubleSupplier seeds) {
    int[] indices = corpusCase.differentiatedIndices(primal);
    Random random = new Random(99);
    Object[] buffers = new Object[indices.length];
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] =
          isWritten(indices[i])
              ? LeafVector.shaped(outcome.arguments()[indices[i]], seeds)
              : LeafVector.buffer(point[indices[i]], () -> 1 + random.nextInt(64) / 32.0);
    }
    return buffers;
  }

  /** Tangents of the differentiated arguments. */
  Object[] tangents(long randomSeed) {
    DoubleSupplier numbers = LeafVector.from(numbers(randomSeed, 1000));
    return Arrays.stream(corpusCase.differentiated(arguments()))
        .map(argument -> LeafVector.shaped(argument, numbers))
        .toArray();
  }

  /** The entries of {@code perParameter} that belong to written parameters. */
  Object[] ofWritten(Object[] perParameter) {
    int[] indices = corpusCase.differentiatedIndices(primal);
    return java.util.stream.IntStream.range(0, indices.length)
        .filter(i -> isWritten(indices[i]))
        .mapToObj(i -> perParameter[i])
        .toArray();
  }

  /** Whether parameter number {@code index} is written. */
  boolean isWritten(int index) {
    return Arrays.stream(corpusCase.written()).anyMatch(written -> written == index);
  }

  /** Numbers between one half and three halves, of both signs, exact in {@code float}. */
  static double[] numbers(long randomSeed, int count) {
    Random random = new Random(randomSeed);
    return random
        .ints(count, 32, 96)
        .mapToDouble(number -> (number % 2 == 0 ? 1 : -1) * number / 64.0)
        .toArray();
  }

  /**
   * What a call did.
   *
   * @param result the returned value, or null
   * @param arguments the arguments after the call
   */
  record Outcome(Object result, Object[] arguments) {}
}
