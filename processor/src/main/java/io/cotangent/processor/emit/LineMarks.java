package io.cotangent.processor.emit;

import io.cotangent.processor.ir.Origin;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says in lines of their own where the lines behind come from. A report takes them out again; a
 * source file has none.
 */
public final class LineMarks {
  /** What such a line begins with, behind its indentation; the mark follows. */
  public static final String SIGN = "//@";

  static final LineMarks NONE = new LineMarks(Optional.empty());

  private final Optional<Function<Origin, String>> marks;

  private LineMarks(Optional<Function<Origin, String>> marks) {
    this.marks = marks;
  }

  /** Marks as the function makes them of origins. */
  static LineMarks of(Function<Origin, String> marks) {
    return new LineMarks(Optional.of(marks));
  }

  /** What is written from now on comes from there. */
  void at(Pending pending, Origin origin) {
    marks.ifPresent(m -> pending.mark(SIGN + m.apply(origin) + "\n"));
  }
}
