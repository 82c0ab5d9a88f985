package io.cotangent.fuzz;

import io.cotangent.fuzz.generate.Sample;
import io.cotangent.fuzz.interpret.Block;
import io.cotangent.fuzz.interpret.Reference;
import io.cotangent.fuzz.program.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Compares {@code hvp} and {@code hessian} at one point: value, effects and tangent with the
 * oracle; the product with the differences of the generated gradient where two steps agree, which
 * they do unless a kink is near; the Hessian with the product, and with itself transposed.
 *
 * <p>Differences are taken beside the point. Points have round numbers, and at a zero a kink hides:
 * {@code abs(x * x)} is smooth there, but by the policy for {@code abs} its second derivative is 0.
 */
final class SecondOrderCheck {
  /** How many numbers were compared with differences, in all checks. */
  static final AtomicInteger COMPARED = new AtomicInteger();

  /** How many numbers there were. */
  static final AtomicInteger ALL = new AtomicInteger();

  private static final double STEP = 1e-5;
  private static final double ASIDE = 1e-2;
  private static final double AGREEMENT = 1e-6;
  private static final double SYMMETRY = 1e-10;

  private final Members generated;
  private final Object[] point;
  private final Reference reference;
  private final Tolerance tolerance;
  private final List<Integer> active = new ArrayList<>();
  private final Random random;

  /**
   * A check.
   *
   * @param generated the nested class with the derivatives
   */
  SecondOrderCheck(Sample sample, Members generated, Object[] point) {
    this.generated = generated;
    this.point = point;
    this.reference = sample.reference(point);
    this.tolerance = Tolerance.of(sample.program());
    this.random = new Random(sample.seed());
    List<Parameter> params = sample.program().entry().params();
    for (int i = 0; i < params.size(); i++) {
      if (sample.program().isDifferentiated(params.get(i))) {
        active.add(i);
      }
    }
  }

  /** Runs all comparisons. */
  void run() {
    double[] at = leaves(point);
    double[] direction = random.doubles(at.length, -1, 1).toArray();
    Object[] arguments = Leaves.copy(point);
    Object[] tangents = shaped(direction);
    Object[] components = hvp(arguments, tangents);
    PrimalCheck.same("hvp: value", reference.result(), components[0]);
    PrimalCheck.same("hvp: arguments", reference.arguments(), arguments);
    PrimalCheck.same("hvp: tangents", shaped(direction), tangents);
    Block block = reference.ofResult();
    tolerance.compare("hvp: tangent", block, direction, Leaves.of(components[1]));
    compareWithDifferences(direction);
    compareWithHessian(direction, last(components));
  }

  private Object[] hvp(Object[] arguments, Object[] tangents) {
    Object[] all = Stream.of(arguments, tangents).flatMap(Arrays::stream).toArray();
    return Leaves.components(generated.call("hvp", all));
  }

  /** The numbers in the last components, one for each differentiated parameter. */
  private double[] last(Object[] components) {
    return Leaves.of(
        Arrays.copyOfRange(components, components.length - active.size(), components.length));
  }

  private double[] leaves(Object[] values) {
    return Leaves.of(active.stream().map(i -> values[i]).toArray());
  }

  /** Values like the differentiated arguments. */
  private Object[] shaped(double[] numbers) {
    var supply = Leaves.from(numbers);
    return active.stream().map(i -> Leaves.like(point[i], supply)).toArray();
  }

  private Object[] arguments(double[] at) {
    Object[] arguments = Leaves.copy(point);
    Object[] moved = shaped(at);
    for (int i = 0; i < moved.length; i++) {
      arguments[active.get(i)] = moved[i];
    }
    return arguments;
  }

  private double[] gradient(double[] at) {
    return last(Leaves.components(generated.call("gradient", arguments(at))));
  }

  private double[] difference(double[] at, double[] direction, double step) {
    double[] up = at.clone();
    double[] down = at.clone();
    for (int i = 0; i < at.length; i++) {
      up[i] += step * direction[i];
      down[i] -= step * direction[i];
    }
    double[] above = gradient(up);
    double[] below = gradient(down);
    double[] difference = new double[at.length];
    Arrays.setAll(difference, i -> (above[i] - below[i]) / (2 * step));
    return difference;
  }

  private void compareWithDifferences(double[] direction) {
    double[] at = leaves(point);
    for (int i = 0; i < at.length; i++) {
      at[i] += random.nextDouble(-ASIDE, ASIDE);
    }
    double[] wide;
    double[] narrow;
    try {
      wide = difference(at, direction, 2 * STEP);
      narrow = difference(at, direction, STEP);
    } catch (Wrong e) {
      // A program may throw on the other side of a branch that is near.
      return;
    }
    double[] here = gradient(at);
    double[] product = last(hvp(arguments(at), shaped(direction)));
    for (int i = 0; i < product.length; i++) {
      ALL.incrementAndGet();
      double scale = 1 + Math.abs(narrow[i]) + Math.abs(here[i]) / 100;
      if (Math.abs(wide[i] - narrow[i]) <= AGREEMENT * scale) {
        COMPARED.incrementAndGet();
        if (!(Math.abs(product[i] - narrow[i]) <= 10 * AGREEMENT * scale)) {
          throw new Wrong("hvp: expected " + Leaves.text(narrow) + ", got " + Leaves.text(product));
        }
      }
    }
  }

  private void compareWithHessian(double[] direction, double[] product) {
    Object[] arguments = Leaves.copy(point);
    double[][] hessian = (double[][]) generated.call("hessian", arguments);
    if (hessian.length > 0) {
      PrimalCheck.same("hessian: arguments", reference.arguments(), arguments);
    }
    for (int i = 0; i < product.length; i++) {
      double sum = 0;
      double scale = 0;
      for (int j = 0; j < product.length; j++) {
        sum += hessian[i][j] * direction[j];
        scale += Math.abs(hessian[i][j] * direction[j]);
        same("hessian transposed", hessian[i][j], hessian[j][i], hessian);
      }
      if (Double.isFinite(scale) && !(Math.abs(sum - product[i]) <= SYMMETRY * (1 + scale))) {
        throw new Wrong("hessian times direction: expected " + product[i] + ", got " + sum);
      }
    }
  }

  private static void same(String what, double expected, double actual, double[][] all) {
    double largest = 1;
    for (double[] row : all) {
      for (double x : row) {
        largest = Math.max(largest, Math.abs(x));
      }
    }
    if (Double.isFinite(largest) && !(Math.abs(expected - actual) <= SYMMETRY * largest)) {
      throw new Wrong(what + ": " + Leaves.text(all));
    }
  }
}
