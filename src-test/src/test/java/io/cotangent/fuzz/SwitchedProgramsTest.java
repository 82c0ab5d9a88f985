package io.cotangent.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.CotangentProcessor;
import io.cotangent.processor.model.Optimisation;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random programs with each optimisation switched off in turn and with methods so short that most
 * are cut. So many for each: {@code cotangent.fuzz.switched}.
 */
final class SwitchedProgramsTest {
  private static final int COUNT =
      Integer.getInteger("cotangent.fuzz.switched", Amount.isAll() ? 8 : 2);
  private static final long SEED = 19700101;

  static Stream<String> options() {
    Stream<String> switches =
        Stream.of(Optimisation.values()).map(o -> "-Acotangent.disable=" + o.option());
    return Stream.concat(
        switches, Stream.of("-Acotangent.disable=all", "-Acotangent.methodSize=200"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void derivativesAreRight(String option) throws Exception {
    Supplier<Examiner> examiner = () -> new Examiner(CotangentProcessor::new, 1, List.of(option));
    Tally tally = new Campaign(examiner, s -> true, SEED).run(COUNT);
    tally.failures().forEach((s, f) -> System.out.println(s.seed() + " " + f.kind() + f.message()));
    assertEquals(0, tally.failures().size(), tally::summary);
  }
}
