package io.cotangent.processor.model;

import java.util.Optional;

/**
 * A line of source.
 *
 * @param file the file, as the compiler names it
 * @param line counted from 1
 */
public record Place(String file, int line) {
  /** Knows where things are in the source. */
  public interface Finder {
    /** The place of a site; empty if it has none. */
    Optional<Place> of(Object site);
  }
}
