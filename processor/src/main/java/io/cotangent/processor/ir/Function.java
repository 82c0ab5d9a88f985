package io.cotangent.processor.ir;

import java.util.List;

/**
 * A function: a region whose parameters are the function's and whose yields are its results.
 *
 * @param name unique in its {@link Unit}
 */
public record Function(String name, Region body, List<Type> resultTypes) {
  public Function {
    resultTypes = List.copyOf(resultTypes);
  }

  public List<Value> params() {
    return body.params();
  }

  /** The same function with another body. */
  public Function withBody(Region newBody) {
    return new Function(name, newBody, resultTypes);
  }
}
