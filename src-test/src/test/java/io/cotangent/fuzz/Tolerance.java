package io.cotangent.fuzz;

import io.cotangent.fuzz.interpret.Block;
import io.cotangent.fuzz.program.Expr;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Program;
import io.cotangent.fuzz.program.Rebuild;

/**
 * How far derivatives may be apart, relative to the sum of the magnitudes of what adds up to them.
 *
 * @param oracle allowed between generated code and oracle
 * @param modes allowed between forward and reverse
 * @param least allowed in any case, for what underflows
 */
record Tolerance(double oracle, double modes, double least) {
  static final Tolerance DOUBLE = new Tolerance(1e-9, 1e-12, 1e-290);

  /** Adjoints of floats are floats. */
  private static final Tolerance FLOAT = new Tolerance(1e-4, 1e-4, 1e-30);

  static Tolerance of(Program program) {
    return new Floats().in(program) ? FLOAT : DOUBLE;
  }

  void compare(String member, Pulled expected, double[] actual) {
    compare(member, expected.sums(), expected.scales(), actual);
  }

  void compare(String member, Block block, double[] tangent, double[] actual) {
    compare(member, block.pushForward(tangent), block.magnitudes(tangent), actual);
  }

  private void compare(String member, double[] expected, double[] scales, double[] actual) {
    if (expected.length != actual.length) {
      throw new Wrong(member + ": " + actual.length + " numbers, not " + expected.length);
    }
    for (int i = 0; i < expected.length; i++) {
      double allowed = oracle * scales[i] + least;
      if (!(Math.abs(expected[i] - actual[i]) <= allowed)) {
        throw new Wrong(
            member
                + ": expected "
                + Leaves.text(expected)
                + ", got "
                + Leaves.text(actual)
                + " (number "
                + i
                + " differs)");
      }
    }
  }

  void inner(double forward, double reverse, double scale) {
    if (!(Math.abs(forward - reverse) <= modes * scale + least)) {
      throw new Wrong("inner product: forward " + forward + ", reverse " + reverse);
    }
  }

  /** Looks for floats. */
  private static final class Floats extends Rebuild {
    private boolean found;

    boolean in(Program program) {
      program(program);
      program.entry().params().forEach(p -> found |= p.type().kind() == Kind.FLOAT);
      program.components().forEach(c -> found |= c.kind() == Kind.FLOAT);
      return found;
    }

    @Override
    protected Expr expr(Expr e) {
      found |= e.type().kind() == Kind.FLOAT;
      return super.expr(e);
    }
  }
}
