package io.cotangent.processor.source;

/** Leaves a piece of code that cannot be lowered, after the reason was reported. */
final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Rejected() {
    super("reported", null, false, false);
  }
}
