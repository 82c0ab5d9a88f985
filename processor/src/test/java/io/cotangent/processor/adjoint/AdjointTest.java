package io.cotangent.processor.adjoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.processor.ir.IrInterpreter;
import io.cotangent.processor.ir.IrPrinter;
import io.cotangent.processor.ir.IrVerifier;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RandomProgram;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Settings;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.pass.CountedLoops;
import io.cotangent.processor.pass.DeadCode;
import io.cotangent.processor.pass.Inliner;
import io.cotangent.processor.pass.ScalarReplacement;
import io.cotangent.processor.pass.Simplify;
import io.cotangent.processor.pass.Unreachable;
import io.cotangent.processor.pass.Unrolling;
import io.cotangent.processor.report.Report;
import io.cotangent.runtime.Counters;
import io.cotangent.runtime.Powers;
import io.cotangent.runtime.Shadows;
import io.cotangent.runtime.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Forward against reverse mode on random programs: for every direction and seed the inner products
 * of tangents and cotangents agree, at the beginning and at the end of the program.
 */
final class AdjointTest {
  /** Later JDKs than the one the project is built for run the same passes: a quarter will do. */
  static final int PROGRAMS = Runtime.version().feature() == 17 ? 400 : 100;

  private static final double TOLERANCE = 1e-9;

  @Test
  void inlined() {
    int compared = check(AdjointTest::counted);
    assertTrue(compared > PROGRAMS / 8, compared + " programs compared");
  }

  @Test
  void withoutShortLoopsAndSmallArrays() {
    int compared = check(unit -> ScalarReplacement.run(Unrolling.run(counted(unit))));
    assertTrue(compared > PROGRAMS / 8, compared + " programs compared");
  }

  private static Unit counted(Unit unit) {
    return CountedLoops.run(Unreachable.run(DeadCode.run(Simplify.run(Inliner.run(unit)))));
  }

  @Test
  void withCalls() {
    int compared = check(unit -> CountedLoops.run(Unreachable.run(unit)));
    assertTrue(compared > PROGRAMS / 8, compared + " programs compared");
  }

  @Test
  void withoutAnyOtherPass() {
    check(Unreachable::run);
  }

  @Test
  void inShortMethods() {
    int compared = check(Unreachable::run, new Settings(Set.of(), 150), PROGRAMS / 3);
    assertTrue(compared > PROGRAMS / 24, compared + " programs compared");
  }

  private static int check(UnaryOperator<Unit> passes) {
    return check(passes, Settings.DEFAULT, PROGRAMS);
  }

  static int check(UnaryOperator<Unit> passes, Settings settings, int programs) {
    int compared = 0;
    for (int seed = 0; seed < programs; seed++) {
      Unit primal = RandomProgram.of(seed);
      Derived derived =
          Differentiation.derive(
                  signature(), passes.apply(primal), Optional.empty(), settings, new Report())
              .orElseThrow();
      try {
        IrVerifier.verify(derived.unit());
        compared += new Comparison(primal, derived, seed).run() ? 1 : 0;
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError(
            "seed " + seed + "\n" + IrPrinter.print(primal) + IrPrinter.print(derived.unit()),
            failure);
      }
    }
    return compared;
  }

  private static Signature signature() {
    Type real = Primitive.DOUBLE;
    RecordType result =
        new RecordType(
            "p.Result",
            List.of(
                new RecordType.Component("a", real),
                new RecordType.Component("b", real),
                new RecordType.Component("c", Primitive.INT)));
    List<Parameter> parameters =
        List.of(
            new Parameter("x", real, true),
            new Parameter("y", real, true),
            new Parameter("n", Primitive.INT, false),
            new Parameter("a", Type.array(real, 1), true),
            new Parameter("m", Type.array(real, 2), true));
    return Signatures.of(parameters, Form.of(result));
  }

  /** One program at one point. */
  private static final class Comparison {
    private final Unit primal;
    private final Derived derived;
    private final Random random;

    Comparison(Unit primal, Derived derived, int seed) {
      this.primal = primal;
      this.derived = derived;
      this.random = new Random(seed);
    }

    /** Compares; false if the program throws or leaves the numbers that can be compared. */
    boolean run() {
      double[] vector = numbers(5);
      double[][] matrix = {numbers(4), numbers(5), numbers(4), numbers(4)};
      Object[] args = {0.7, -0.4, 2, vector, matrix};
      List<Object> expected;
      Object[] primalArgs = copies(args);
      try {
        expected = interpreter(primal).run(primalArgs);
      } catch (RuntimeException thrown) {
        return false;
      }
      double xDot = number();
      double yDot = number();
      double[] vectorDot = numbers(5);
      double[][] matrixDot = {numbers(4), numbers(5), numbers(4), numbers(4)};
      double[] seeds = numbers(2);
      double[] vectorBar = numbers(5);
      double[][] matrixBar = {numbers(4), numbers(5), numbers(4), numbers(4)};

      if (hasOtherShape((double[][]) primalArgs[4], matrix)) {
        Shadows.clear((Object) matrixBar); // there can be no seeds for rows that are gone
      }
      Object[] dots = {xDot, yDot, Shadows.copy(vectorDot), Shadows.copy(matrixDot)};
      List<Object> jvpArgs = new ArrayList<>();
      if (derived.unit().function(Derived.JVP).params().size() == 10) {
        jvpArgs.add(new LinkedList<>());
      }
      jvpArgs.addAll(List.of(copies(args)));
      jvpArgs.addAll(List.of(dots));
      List<Object> tangents = interpreter(derived.unit()).call(Derived.JVP, jvpArgs);
      assertEquals(expected.toString(), tangents.subList(0, 3).toString());

      double left =
          seeds[0] * (double) tangents.get(3)
              + seeds[1] * (double) tangents.get(4)
              + dot(vectorBar, dots[2])
              + dot(matrixBar, dots[3]);
      double size = 1 + Math.abs(left);
      double[] xBar = {0};
      double[] yBar = {0};
      double[] exitVector = vectorBar.clone();
      double[][] exitMatrix = Shadows.copy(matrixBar);
      Object[] vjpPrimals = copies(args);
      List<Object> vjpArgs = new ArrayList<>(List.of(new LinkedList<>()));
      vjpArgs.addAll(List.of(vjpPrimals));
      vjpArgs.addAll(List.of(seeds[0], seeds[1], xBar, yBar, exitVector, exitMatrix));
      List<Object> value = interpreter(derived.unit()).call(Derived.VJP, vjpArgs);
      assertEquals(expected.toString(), value.toString());
      assertEquals(Arrays.deepToString(primalArgs), Arrays.deepToString(vjpPrimals));
      double right =
          xBar[0] * xDot + yBar[0] * yDot + dot(exitVector, vectorDot) + dot(exitMatrix, matrixDot);
      if (Double.isNaN(left) || Double.isNaN(right) || Double.isInfinite(left)) {
        return false;
      }
      if (Double.isInfinite(right) || size > 1e6) {
        return false;
      }
      assertEquals(left, right, TOLERANCE * size, "inner product");
      checkPullback(args, seeds, vectorBar, matrixBar, exitVector, exitMatrix, xBar[0], size);
      return true;
    }

    private void checkPullback(
        Object[] args,
        double[] seeds,
        double[] vectorBar,
        double[][] matrixBar,
        double[] exitVector,
        double[][] exitMatrix,
        double x,
        double size) {
      LinkedList<Object> tape = new LinkedList<>();
      double[] vectorShadow = new double[5];
      double[][] matrixShadow = Shadows.zerosLike(matrixBar);
      Object[] primals = copies(args);
      List<Object> forward = new ArrayList<>(List.of(tape));
      forward.addAll(List.of(primals));
      forward.addAll(List.of(vectorShadow, matrixShadow));
      interpreter(derived.unit()).call(Derived.FORWARD, forward);
      Shadows.clear(primals[3]);
      Shadows.clear(primals[4]);
      for (int i = 0; i < 2; i++) {
        Shadows.add(vectorShadow, vectorBar);
        Shadows.add((Object) matrixShadow, matrixBar);
        double[] xBar = {0};
        List<Object> reverse = new ArrayList<>(List.of(new LinkedList<>(tape)));
        reverse.addAll(
            List.of(seeds[0], seeds[1], xBar, new double[1], vectorShadow, matrixShadow));
        interpreter(derived.unit()).call(Derived.REVERSE, reverse);
        assertEquals(x, xBar[0], 1e-9 * (size + Math.abs(x)), "apply " + i);
        close(exitVector, vectorShadow);
        for (int row = 0; row < 4; row++) {
          close(exitMatrix[row], matrixShadow[row]);
        }
        Shadows.clear(vectorShadow);
        Shadows.clear((Object) matrixShadow);
      }
    }

    private static void close(double[] expected, double[] actual) {
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], actual[i], 1e-9 * (1 + Math.abs(expected[i])));
      }
    }

    private static boolean hasOtherShape(double[][] left, double[][] right) {
      for (int i = 0; i < left.length; i++) {
        if (left[i].length != right[i].length) {
          return true;
        }
      }
      return false;
    }

    private double number() {
      return random.nextGaussian();
    }

    private double[] numbers(int count) {
      return random.doubles(count, -1.5, 1.5).toArray();
    }

    private static double dot(Object left, Object right) {
      if (left instanceof double[] a) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, ((double[]) right).length); i++) {
          sum += a[i] * ((double[]) right)[i];
        }
        return sum;
      }
      double sum = 0;
      for (int i = 0; i < ((double[][]) left).length; i++) {
        sum += dot(((double[][]) left)[i], ((double[][]) right)[i]);
      }
      return sum;
    }

    private static Object[] copies(Object[] args) {
      Object[] copies = args.clone();
      copies[3] = Shadows.copy((double[]) args[3]);
      copies[4] = Shadows.copy((double[][]) args[4]);
      return copies;
    }

    private static IrInterpreter interpreter(Unit unit) {
      String shadows = "{io.cotangent.runtime.Shadows}";
      IrInterpreter interpreter = new IrInterpreter(unit);
      for (int step = -9; step < 10; step++) {
        int by = step;
        interpreter.with(
            "{io.cotangent.runtime.Counters}.last(#0, #1, " + by + ")",
            a -> Counters.last((int) a.get(0), (int) a.get(1), by));
      }
      return interpreter
          .with(RandomProgram.EXCEPTION, a -> new IllegalStateException(a.toString()))
          .with("{java.lang.Math}.incrementExact(#0)", a -> (int) a.get(0) + 1)
          .with(
              "{io.cotangent.runtime.Powers}.below(#0, #1, #2)",
              a -> Powers.below((double) a.get(0), (double) a.get(1), (double) a.get(2)))
          .with("#0.scratch()", a -> new LinkedList<>())
          .with(shadows + ".spine(#0)", a -> Shadows.spine(a.get(0)))
          .with(shadows + ".add(#0, #1)", a -> done(() -> Shadows.add(a.get(0), a.get(1))))
          .with(shadows + ".move(#0, #1)", a -> done(() -> Shadows.move(a.get(0), a.get(1))))
          .with(shadows + ".clear(#0)", a -> done(() -> Shadows.clear(a.get(0))))
          .with(
              "{io.cotangent.runtime.Shapes}.require(\"seed\", #0, #1)",
              a -> done(() -> Shapes.require("seed", a.get(0), a.get(1))));
    }

    private static Object done(Runnable action) {
      action.run();
      return null;
    }
  }
}
