package io.cotangent.fuzz.interpret;

/** A program that cannot be used: it runs too long, fails, or leaves the range of good numbers. */
public final class Unsuitable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unsuitable(String reason) {
    super(reason, null, false, false);
  }
}
