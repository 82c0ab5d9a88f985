package io.cotangent.processor.model;

/**
 * Tangents in several directions at once.
 *
 * @param width how many directions
 * @param isAll whether they are the directions of all parameters, which are numbers
 * @param isRepeatable whether nobody can tell how often the method runs
 */
public record Strip(int width, boolean isAll, boolean isRepeatable) {
  /** How many columns of a Jacobian take as long as one of its rows in reverse. */
  public int columnsPerRow() {
    return width < 4 ? 1 : 2;
  }
}
