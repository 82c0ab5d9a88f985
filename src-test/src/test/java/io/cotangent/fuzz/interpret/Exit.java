package io.cotangent.fuzz.interpret;

/** How a statement ended. */
record Exit(Way way, String label, Object value) {
  static final Exit NORMAL = new Exit(Way.NORMAL, "", null);

  /** The ways. */
  enum Way {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN
  }

  /** Whether a loop goes on with its next iteration. */
  boolean continues(String loop) {
    return way == Way.NORMAL || way == Way.CONTINUE && hits(loop);
  }

  /** Where the loop ends, how: a break of this loop ends here. */
  Exit outOf(String loop) {
    return way == Way.BREAK && hits(loop) ? NORMAL : this;
  }

  private boolean hits(String loop) {
    return label.isEmpty() || label.equals(loop);
  }
}
