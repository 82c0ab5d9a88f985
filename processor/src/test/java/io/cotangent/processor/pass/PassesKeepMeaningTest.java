package io.cotangent.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.processor.ir.IrPrinter;
import io.cotangent.processor.ir.IrVerifier;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Outcome;
import io.cotangent.processor.ir.RandomProgram;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Random programs compute the same before and after a pass, exceptions and memory included. */
final class PassesKeepMeaningTest {
  private static final int PROGRAMS = 200;
  private static final int INPUTS = 4;

  @Test
  void inliner() {
    assertTrue(keepsMeaning(Inliner::run, Op.Call.class::isInstance) > 0, "nothing to inline");
  }

  @Test
  void deadCode() {
    assertTrue(keepsMeaning(DeadCode::run, op -> true) > 0, "nothing was dead");
  }

  @Test
  void countedLoops() {
    assertTrue(keepsMeaning(CountedLoops::run, Op.While.class::isInstance) > 0, "nothing counted");
  }

  @Test
  void simplify() {
    assertTrue(keepsMeaning(Simplify::run, op -> true) > 0, "nothing simplified");
  }

  @Test
  void loopInvariants() {
    assertTrue(keepsMeaning(LoopInvariants::run, op -> true) < 0, "no constant was repeated");
  }

  @Test
  void unrolling() {
    UnaryOperator<Unit> counted = unit -> CountedLoops.run(Simplify.run(unit));
    int left = keepsMeaning(counted, Op.For.class::isInstance);
    int unrolled = keepsMeaning(u -> Unrolling.run(counted.apply(u)), Op.For.class::isInstance);
    assertTrue(unrolled > left, "nothing unrolled");
  }

  @Test
  void scalarReplacement() {
    UnaryOperator<Unit> clean = unit -> DeadCode.run(Simplify.run(unit));
    int left = keepsMeaning(clean, Op.NewArray.class::isInstance);
    int replaced =
        keepsMeaning(u -> ScalarReplacement.run(clean.apply(u)), Op.NewArray.class::isInstance);
    assertTrue(replaced > left, "nothing replaced");
  }

  @Test
  void allTwice() {
    UnaryOperator<Unit> counted =
        unit -> CountedLoops.run(DeadCode.run(Simplify.run(Inliner.run(unit))));
    UnaryOperator<Unit> once =
        unit ->
            LoopInvariants.run(
                Inductions.run(ScalarReplacement.run(Unrolling.run(counted.apply(unit)))));
    keepsMeaning(unit -> once.apply(once.apply(unit)), op -> true);
  }

  @Test
  void speculativeDeadCodeWhereNothingIsThrown() {
    UnaryOperator<Unit> sweep =
        unit -> unit.map(f -> f.withBody(DeadCode.sweep(f.body(), DeadCode.Mode.SPECULATIVE)));
    int compared = 0;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Unit before = RandomProgram.of(seed);
      Unit after = verified(sweep.apply(before), before, seed);
      for (int input = 0; input < INPUTS; input++) {
        Outcome expected = Outcome.of(before, input);
        if (expected.isNormal()) {
          assertEquals(expected, Outcome.of(after, input), () -> IrPrinter.print(before));
          compared++;
        }
      }
    }
    assertTrue(compared > PROGRAMS, compared + " normal runs");
  }

  /** Compares runs and returns by how many operations of a kind the programs shrank. */
  private static int keepsMeaning(UnaryOperator<Unit> pass, Predicate<Op> kind) {
    int gain = 0;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Unit before = RandomProgram.of(seed);
      IrVerifier.verify(before);
      Unit after = verified(pass.apply(before), before, seed);
      for (int input = 0; input < INPUTS; input++) {
        Outcome expected = Outcome.of(before, input);
        String where = "seed " + seed + ", input " + input;
        assertEquals(expected, Outcome.of(after, input), where);
      }
      gain += count(before, kind) - count(after, kind);
    }
    return gain;
  }

  private static Unit verified(Unit after, Unit before, int seed) {
    try {
      IrVerifier.verify(after);
    } catch (IllegalStateException e) {
      throw new AssertionError("seed " + seed + "\n" + IrPrinter.print(before), e);
    }
    return after;
  }

  private static int count(Unit unit, Predicate<Op> kind) {
    Map<String, Integer> counts = new HashMap<>();
    unit.functions().forEach((name, f) -> counts.put(name, count(f.body(), kind)));
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int count(Region region, Predicate<Op> kind) {
    int count = 0;
    for (Op op : region.ops()) {
      count += kind.test(op) ? 1 : 0;
      for (Region inner : List.copyOf(op.regions())) {
        count += count(inner, kind);
      }
    }
    return count;
  }
}
