package io.cotangent.fuzz.generate;

import io.cotangent.fuzz.interpret.Oracle;
import io.cotangent.fuzz.interpret.Reference;
import io.cotangent.fuzz.program.Program;
import java.util.List;

/**
 * A program to try.
 *
 * @param seed makes it again
 * @param points arguments at which it can be used
 */
public record Sample(long seed, Program program, List<Object[]> points) {
  public Sample {
    points = List.copyOf(points);
  }

  /** What should come out at a point. */
  public Reference reference(Object[] point) {
    return Oracle.evaluate(program, point);
  }

  /** The same points for another program. */
  public Sample with(Program other) {
    return new Sample(seed, other, points);
  }
}
