package io.cotangent.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.fuzz.generate.Sample;
import io.cotangent.fuzz.program.Program;
import io.cotangent.fuzz.program.Type;
import io.cotangent.processor.CotangentProcessor;
import org.junit.jupiter.api.Test;

/**
 * Random programs with a number as their result through second derivatives. {@code
 * cotangent.fuzz.count} and {@code cotangent.fuzz.seed} as in {@link RandomProgramsTest}.
 */
final class RandomHessiansTest {
  private static final int COUNT = Integer.getInteger("cotangent.fuzz.count", Amount.of(1000));

  private static final int SHRINKING_SECONDS = 20;

  @Test
  void secondDerivativesAreRight() throws Exception {
    String wish = System.getProperty("cotangent.fuzz.seed", "20240301");
    long seed = wish.equals("random") ? System.nanoTime() : Long.parseLong(wish);
    Campaign campaign =
        new Campaign(
            () -> new Examiner(CotangentProcessor::new, 2), RandomHessiansTest::isFit, seed);
    Tally tally = campaign.run(COUNT);
    System.out.println("Second order, -Dcotangent.fuzz.seed=" + seed + ": " + tally.summary());
    FailureReport report =
        new FailureReport(new Examiner(CotangentProcessor::new, 2), SHRINKING_SECONDS);
    tally.failing().stream()
        .limit(Integer.getInteger("cotangent.fuzz.reported", 3))
        .forEach(s -> System.out.println(report.describe(s, tally.failures().get(s))));
    assertEquals(0, tally.failures().size(), tally::summary);
    int compared = SecondOrderCheck.COMPARED.get();
    int all = SecondOrderCheck.ALL.get();
    assertTrue(compared > 0.8 * all, () -> "only " + compared + " of " + all + " are smooth");
  }

  /** Numbers in double: differences of floats say nothing about second derivatives. */
  private static boolean isFit(Sample sample) {
    Program program = sample.program();
    return program.entry().result().equals(Type.DOUBLE)
        && Tolerance.of(program).equals(Tolerance.DOUBLE);
  }
}
