package io.cotangent.processor.ir;

/**
 * Where in the user's source an operation comes from.
 *
 * @param statement the innermost source statement, on one line; empty for what has no source
 * @param site the expression a message about this operation points at; opaque outside the front end
 * @param snapshots for a loop that is to be checkpointed, how many states it keeps; otherwise 0
 */
public record Origin(String statement, Object site, int snapshots) {
  /** The origin of operations the transformations add on their own account. */
  public static final Origin NONE = new Origin("", "", 0);

  /** The origin of an operation that is no checkpointed loop. */
  public Origin(String statement, Object site) {
    this(statement, site, 0);
  }
}
