package io.cotangent.fuzz;

/** What is wrong with a program's derivatives. */
record Failure(Kind kind, String message) {
  /** The kinds that are counted. */
  enum Kind {
    /** A value, derivative or effect differs, something was thrown, or it does not end. */
    WRONG,
    /** The processor reported an error. */
    REFUSED,
    /** The generated code has errors. */
    UNCOMPILABLE
  }
}
