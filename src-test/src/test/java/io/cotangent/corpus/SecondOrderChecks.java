package io.cotangent.corpus;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.cotangent.corpus.Trial.Outcome;
import java.util.Arrays;
import java.util.List;

/** What must hold for second derivatives of every case with a number as its result. */
record SecondOrderChecks(Trial trial, GeneratedMethod higher) {
  private static final double STEP = 2e-4;
  private static final double AGREEMENT = 1e-6;
  private static final double TIGHT = 1e-11;
  private static final double FLOAT_TIGHT = 1e-4;

  /** {@code hvp}: value, effects, tangent; the product where the gradient is smooth. */
  void hvp() throws Throwable {
    Outcome primal = trial.outcome();
    Object[] arguments = trial.arguments();
    Object[] tangents = trial.tangents(7);
    Object[] hvp = components(higher.callWith("hvp", List.of(arguments, tangents)));
    Compare.sameBits("hvp: value", primal.result(), hvp[0]);
    Compare.sameBits("hvp: arguments", primal.arguments(), arguments);
    Compare.sameBits("hvp: tangents", trial.tangents(7), tangents);
    Object jvp = trial.generated().callWith("jvp", List.of(trial.arguments(), trial.tangents(7)));
    double[] tangent = LeafVector.ofOne(components(jvp)[1]);
    Compare.close("hvp: tangent", tangent, LeafVector.ofOne(hvp[1]), allowed());
    double[] product = LeafVector.of(Arrays.copyOfRange(hvp, 2, hvp.length));
    if (!trial.primal().floating()) {
      likeDifferences(product, LeafVector.of(trial.tangents(7)));
    }
    symmetric(product);
  }

  /** {@code hvp} throws what the primal throws. */
  void throwing(Class<? extends Throwable> thrown) throws Throwable {
    assertThrows(
        thrown, () -> higher.callWith("hvp", List.of(trial.arguments(), trial.tangents(7))));
  }

  private double allowed() {
    return trial.primal().floating() ? FLOAT_TIGHT : TIGHT;
  }

  private static Object[] components(Object generatedRecord) {
    return GeneratedMethod.components(generatedRecord);
  }

  /** Compares with two differences of gradients, where they agree and the gradient is steady. */
  private void likeDifferences(double[] product, double[] direction) throws Throwable {
    double[] here = gradient(direction, 0);
    double[][] near = {gradient(direction, STEP / 2), gradient(direction, -STEP / 2)};
    double[][] far = {gradient(direction, STEP), gradient(direction, -STEP)};
    boolean exists = near[0].length * near[1].length * far[0].length * far[1].length > 0;
    for (int i = 0; exists && i < product.length; i++) {
      double narrow = (near[0][i] - near[1][i]) / STEP;
      double wide = (far[0][i] - far[1][i]) / (2 * STEP);
      double expected = (4 * narrow - wide) / 3;
      double scale = Compare.scale(expected);
      double bend = near[0][i] + near[1][i] - 2 * here[i];
      if (Math.abs(narrow - wide) <= 10 * AGREEMENT * scale
          && Math.abs(bend) <= STEP / 10 * scale
          && !(Math.abs(product[i] - expected) <= 5 * AGREEMENT * scale)) {
        fail("hvp: leaf " + i + ": expected " + expected + ", got " + product[i]);
      }
    }
  }

  /** The gradient beside the point; nothing where the method throws. */
  private double[] gradient(double[] direction, double step) throws Throwable {
    double[] moved = LeafVector.of(trial.corpusCase().differentiated(trial.arguments()));
    for (int i = 0; i < moved.length; i++) {
      moved[i] += step * direction[i];
    }
    Object[] arguments =
        trial.corpusCase().withDifferentiated(DeepCopy.separated(trial.point()), moved);
    try {
      Object[] gradient = components(higher.call("gradient", arguments));
      return LeafVector.of(Arrays.copyOfRange(gradient, 1, gradient.length));
    } catch (RuntimeException e) {
      return new double[0];
    }
  }

  /** {@code u . H v = v . H u}, wherever the numbers are finite. */
  private void symmetric(double[] product) throws Throwable {
    Object[] other =
        components(higher.callWith("hvp", List.of(trial.arguments(), trial.tangents(8))));
    double[] otherProduct = LeafVector.of(Arrays.copyOfRange(other, 2, other.length));
    double[] v = LeafVector.of(trial.tangents(7));
    double[] u = LeafVector.of(trial.tangents(8));
    double first = 0;
    double second = 0;
    double magnitude = 0;
    for (int i = 0; i < u.length; i++) {
      first += u[i] * product[i];
      second += v[i] * otherProduct[i];
      magnitude += Math.abs(u[i] * product[i]) + Math.abs(v[i] * otherProduct[i]);
    }
    if (Double.isFinite(magnitude)
        && !(Math.abs(first - second) <= allowed() * Compare.scale(magnitude))) {
      fail("hvp is not symmetric: " + first + " and " + second);
    }
  }
}
