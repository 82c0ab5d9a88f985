package io.cotangent.fuzz;

import io.cotangent.fuzz.generate.Sample;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a campaign.
 *
 * @param seconds how long it took, without shrinking
 */
record Tally(int programs, Map<Sample, Failure> failures, double seconds) {
  long count(Failure.Kind kind) {
    return failures.values().stream().filter(f -> f.kind() == kind).count();
  }

  /** One line. */
  String summary() {
    return String.format(
        "%d random programs: %d wrong, %d refused, %d uncompilable; %.1f s",
        programs,
        count(Failure.Kind.WRONG),
        count(Failure.Kind.REFUSED),
        count(Failure.Kind.UNCOMPILABLE),
        seconds);
  }

  List<Sample> failing() {
    return List.copyOf(failures.keySet());
  }
}
