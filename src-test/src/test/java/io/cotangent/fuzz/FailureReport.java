package io.cotangent.fuzz;

import io.cotangent.fuzz.generate.Sample;
import io.cotangent.fuzz.program.JavaPrinter;
import java.util.Optional;

/** Describes a failing program, as it is and as small as it can be made. */
record FailureReport(Examiner examiner, int seconds) {
  /** The seed, the failure and the source before and after shrinking. */
  String describe(Sample sample, Failure failure) {
    Sample shrunk = new Shrinker(s -> failsLike(s, failure), seconds).shrink(sample);
    String message =
        examiner.examine(shrunk).map(Failure::message).orElse("the failure did not come again");
    return "Program with seed "
        + sample.seed()
        + " (-Dcotangent.fuzz.program="
        + sample.seed()
        + ")\n"
        + text(sample, failure.message())
        + "\nShrunk:\n"
        + text(shrunk, message);
  }

  private boolean failsLike(Sample sample, Failure failure) {
    Optional<Failure> again = examiner.examine(sample);
    return again.isPresent() && again.get().kind() == failure.kind();
  }

  private static String text(Sample sample, String message) {
    StringBuilder text = new StringBuilder();
    text.append(message).append('\n');
    sample.points().forEach(p -> text.append("at ").append(Leaves.text(p)).append('\n'));
    return text.append(JavaPrinter.print(Examiner.name(sample), sample.program())).toString();
  }
}
