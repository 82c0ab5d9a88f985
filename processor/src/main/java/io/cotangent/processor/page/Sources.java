package io.cotangent.processor.page;

import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.model.Excerpt;
import io.cotangent.processor.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The methods a page shows, and the numbers of their lines: the same for all that comes from one.
 */
final class Sources {
  private final Place.Finder places;
  private final Function<Object, Optional<Excerpt>> finder;
  private final List<Excerpt> excerpts = new ArrayList<>();
  private final Map<Place, Integer> keys = new LinkedHashMap<>();

  /**
   * The sources.
   *
   * @param method the annotated method
   * @param finder the method in which a site is
   */
  Sources(Excerpt method, Place.Finder places, Function<Object, Optional<Excerpt>> finder) {
    this.places = places;
    this.finder = finder;
    excerpts.add(method);
  }

  /** The number of the line an origin is in; empty if there is none. */
  String key(Origin origin) {
    Optional<Place> place = places.of(origin.site());
    if (place.isEmpty()) {
      return "";
    }
    if (excerpts.stream().noneMatch(e -> e.contains(place.get()))) {
      finder.apply(origin.site()).filter(e -> e.contains(place.get())).ifPresent(excerpts::add);
    }
    return "" + keys.computeIfAbsent(place.get(), p -> keys.size() + 1);
  }

  /** The number of a line; empty if nothing comes from it. */
  String key(Place place) {
    return keys.containsKey(place) ? "" + keys.get(place) : "";
  }

  /** What the line of an origin is called; empty if there is none. */
  String label(Origin origin) {
    return places.of(origin.site()).map(p -> "line " + p.line()).orElse("");
  }

  /** The methods, the annotated one first. */
  List<Excerpt> excerpts() {
    return excerpts;
  }
}
