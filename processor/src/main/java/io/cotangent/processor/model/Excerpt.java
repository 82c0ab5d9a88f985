package io.cotangent.processor.model;

import java.util.List;

/**
 * A method as its author wrote it.
 *
 * @param name what it is called
 * @param start the first of its lines
 */
public record Excerpt(String name, Place start, List<String> lines) {
  public Excerpt {
    lines = List.copyOf(lines);
  }

  /** Whether a place is in it. */
  public boolean contains(Place place) {
    return place.file().equals(start.file())
        && place.line() >= start.line()
        && place.line() < start.line() + lines.size();
  }
}
