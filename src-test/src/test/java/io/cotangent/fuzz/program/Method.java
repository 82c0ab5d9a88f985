package io.cotangent.fuzz.program;

import java.util.List;

/** A static method. */
public record Method(
    boolean isPrivate, Type result, String name, List<Parameter> params, List<Stmt> body) {
  public Method {
    params = List.copyOf(params);
    body = List.copyOf(body);
  }

  /** The same method with another body. */
  public Method with(List<Stmt> newBody) {
    return new Method(isPrivate, result, name, params, newBody);
  }
}
