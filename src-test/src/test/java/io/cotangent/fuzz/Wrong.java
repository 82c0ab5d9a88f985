package io.cotangent.fuzz;

/** Something a program's derivatives should not do. */
final class Wrong extends RuntimeException {
  private static final long serialVersionUID = 1;

  Wrong(String message) {
    super(message);
  }
}
