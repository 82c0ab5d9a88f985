package io.cotangent.processor.adjoint;

import java.util.Optional;

/**
 * What came of trying one way of reversing something.
 *
 * @param result empty if it is not possible
 * @param obstacle why not
 */
record Attempt<T>(Optional<T> result, String obstacle) {
  static <T> Attempt<T> done(T result) {
    return new Attempt<>(Optional.of(result), "");
  }

  static <T> Attempt<T> failed(String obstacle) {
    return new Attempt<>(Optional.empty(), obstacle);
  }
}
