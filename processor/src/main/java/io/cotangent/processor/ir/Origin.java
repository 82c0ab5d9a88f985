package io.cotangent.processor.ir;

/**
 * Where in the user's source an operation comes from.
 *
 * @param statement the innermost source statement, on one line; empty for what has no source
 * @param site the expression a message about this operation points at; opaque outside the front end
 */
public record Origin(String statement, Object site) {
  /** The origin of operations the transformations add on their own account. */
  public static final Origin NONE = new Origin("", "");
}
