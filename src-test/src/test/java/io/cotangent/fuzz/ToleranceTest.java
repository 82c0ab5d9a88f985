package io.cotangent.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.fuzz.generate.Generator;
import io.cotangent.fuzz.generate.Sample;
import io.cotangent.fuzz.interpret.Reference;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Wrong derivatives are found: a term left out, a sign, a factor. */
final class ToleranceTest {
  /** Whether some derivative is not just what is left of large terms. */
  private static boolean dominates(Pulled expected) {
    boolean found = false;
    for (int i = 0; i < expected.sums().length; i++) {
      double sum = Math.abs(expected.sums()[i]);
      found |= sum > 1e-3 && sum > 0.1 * expected.scales()[i];
    }
    return found;
  }

  private static void both(double factor, boolean accepted) {
    int tried = 0;
    for (long seed : LongStream.range(0, 300).toArray()) {
      Sample sample = Generator.generate(seed);
      Reference reference = sample.reference(sample.points().get(0));
      Pulled expected = new Pulled(reference.inputs());
      if (!sample.program().entry().result().isReal()) {
        continue;
      }
      expected.addRow(reference.ofResult(), 0);
      double[] other = Arrays.stream(expected.sums()).map(x -> x * factor).toArray();
      if (!dominates(expected)) {
        continue;
      }
      tried++;
      Tolerance tolerance = Tolerance.of(sample.program());
      if (accepted) {
        assertDoesNotThrow(() -> tolerance.compare("", expected, other));
      } else {
        assertThrows(Wrong.class, () -> tolerance.compare("", expected, other));
      }
    }
    if (tried < 50) {
      throw new AssertionError("only " + tried + " programs have derivatives");
    }
  }

  @Test
  void rightOnesAreAccepted() {
    both(1, true);
  }

  @Test
  void wrongOnesAreNot() {
    both(-1, false);
    both(0, false);
    both(1.01, false);
    both(Double.NaN, false);
  }
}
