package io.cotangent.processor.adjoint;

import java.util.ArrayList;
import java.util.List;

/** Lists put together. */
final class Lists {
  private Lists() {}

  /** The elements of both, in order. */
  static <T> List<T> join(List<? extends T> first, List<? extends T> second) {
    List<T> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }
}
