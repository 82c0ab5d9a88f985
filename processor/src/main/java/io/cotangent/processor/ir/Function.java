package io.cotangent.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * A function: a region whose parameters are the function's and whose yields are its results.
 *
 * @param name unique in its {@link Unit}
 * @param link where its derivatives are, if the region only calls code that is not here
 */
public record Function(String name, Region body, List<Type> resultTypes, Optional<Link> link) {
  public Function {
    resultTypes = List.copyOf(resultTypes);
  }

  /** A function whose region says what it does. */
  public Function(String name, Region body, List<Type> resultTypes) {
    this(name, body, resultTypes, Optional.empty());
  }

  public List<Value> params() {
    return body.params();
  }

  /** The same function with another body. */
  public Function withBody(Region newBody) {
    return new Function(name, newBody, resultTypes, link);
  }
}
