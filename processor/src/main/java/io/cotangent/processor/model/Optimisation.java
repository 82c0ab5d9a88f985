package io.cotangent.processor.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What is done to make generated code fast and nothing else: each can be switched off with {@code
 * -Acotangent.disable}, all derivatives stay.
 */
public enum Optimisation {
  /** Puts bodies in the place of calls. */
  INLINE,
  /** Computes what is known, once, in the program and in the reverse sweep. */
  SIMPLIFY,
  /** Removes what nobody needs from the program and from the reverse sweep. */
  DEAD_CODE,
  /** Makes loops that count what they are, so that they run backwards without a record. */
  COUNTED_LOOPS,
  /** Writes short loops out. */
  UNROLL,
  /** Makes values of small arrays that do not escape. */
  SCALARS,
  /** Computes ints that count along with a loop from its index. */
  INDUCTION,
  /** Moves what is the same in every iteration in front of the loop. */
  HOIST,
  /** Reads elements that are the same in every iteration in front of the loop. */
  HOIST_ELEMENTS,
  /** Runs iterations that do not need each other again instead of recording them. */
  INDEPENDENT_ITERATIONS,
  /** Reverses iterations where they have run if their adjoints are known early. */
  FUSE,
  /** Takes changes of carried whole numbers back instead of keeping the numbers. */
  COUNT_BACK,
  /** Divides a known power by its base where a partial needs the power below it. */
  SHARE_POWERS,
  /** Neither adds to zeros of a new array of adjoints nor clears what is not read again. */
  FRESH_ELEMENTS,
  /** Runs four iterations side by side that begin with a sum over a row. */
  JAM,
  /** Computes cheap values again instead of keeping them. */
  RECOMPUTE,
  /** Finds Jacobians with few columns forward, several columns in one sweep. */
  STRIPS;

  /** What the switch calls it. */
  public String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The optimisation of that name. */
  public static Optional<Optimisation> named(String option) {
    for (Optimisation optimisation : values()) {
      if (optimisation.option().equals(option)) {
        return Optional.of(optimisation);
      }
    }
    return Optional.empty();
  }
}
