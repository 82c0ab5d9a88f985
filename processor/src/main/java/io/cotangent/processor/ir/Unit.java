package io.cotangent.processor.ir;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A function together with the functions it calls, directly or not.
 *
 * @param root the name of the function that was asked for
 */
public record Unit(String root, Map<String, Function> functions) {
  public Unit {
    functions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(functions));
  }

  /** The function that was asked for. */
  public Function rootFunction() {
    return function(root);
  }

  /** The function of that name, which must exist. */
  public Function function(String name) {
    Function function = functions.get(name);
    if (function == null) {
      throw new IllegalStateException("no function " + name);
    }
    return function;
  }

  /** A name for a new function: the wish, or a longer one if a function here has it. */
  public String free(String wish) {
    String name = wish;
    while (functions.containsKey(name)) {
      name += "_";
    }
    return name;
  }

  /** The unit with every function replaced. */
  public Unit map(UnaryOperator<Function> pass) {
    Map<String, Function> mapped = new LinkedHashMap<>();
    functions.forEach((name, function) -> mapped.put(name, pass.apply(function)));
    return new Unit(root, mapped);
  }
}
