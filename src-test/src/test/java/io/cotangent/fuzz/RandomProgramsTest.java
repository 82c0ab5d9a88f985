package io.cotangent.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.fuzz.generate.Generator;
import io.cotangent.fuzz.generate.Sample;
import io.cotangent.processor.CotangentProcessor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Random programs through the compiler and all their generated members against the oracle.
 *
 * <p>System properties: {@code cotangent.fuzz.count} programs; {@code cotangent.fuzz.seed}, a
 * number or {@code random}; {@code cotangent.fuzz.program} runs the one program of that seed. The
 * long run:
 *
 * <pre>
 * mvn -pl src-test -am test -Dtest=RandomProgramsTest -Dsurefire.failIfNoSpecifiedTests=false
 *     -Dcotangent.fuzz.count=100000 -Dcotangent.fuzz.seed=random
 * </pre>
 */
final class RandomProgramsTest {
  private static final int COUNT = Integer.getInteger("cotangent.fuzz.count", Amount.of(5000));
  private static final int REPORTED = Integer.getInteger("cotangent.fuzz.reported", 3);
  private static final int SHRINKING_SECONDS = 20;

  @Test
  void derivativesAreRight() throws Exception {
    String program = System.getProperty("cotangent.fuzz.program", "");
    Tally tally = program.isEmpty() ? campaign() : one(Long.parseLong(program));
    System.out.println(tally.summary());
    Examiner examiner = new Examiner(CotangentProcessor::new);
    FailureReport report = new FailureReport(examiner, SHRINKING_SECONDS);
    tally.failing().stream()
        .limit(REPORTED)
        .forEach(s -> System.out.println(report.describe(s, tally.failures().get(s))));
    tally.failures().forEach((s, f) -> System.out.println(line(s, f)));
    assertEquals(0, tally.failures().size(), tally::summary);
  }

  private static String line(Sample sample, Failure failure) {
    String first = failure.message().lines().findFirst().orElse("");
    return sample.seed() + " " + failure.kind() + " " + first;
  }

  private static Tally campaign() throws Exception {
    String wish = System.getProperty("cotangent.fuzz.seed", "20240229");
    long seed = wish.equals("random") ? System.nanoTime() : Long.parseLong(wish);
    System.out.println("Random programs, -Dcotangent.fuzz.seed=" + seed);
    return new Campaign(CotangentProcessor::new, seed).run(COUNT);
  }

  private static Tally one(long seed) {
    Sample sample = Generator.generate(seed);
    Map<Sample, Failure> failures = new Examiner(CotangentProcessor::new).examine(List.of(sample));
    return new Tally(1, failures, 0);
  }
}
