package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Parameter;
import java.util.Iterator;
import java.util.Set;

/** Gives the parameters of a function the names of the public member it is written in. */
final class Binding {
  private final BodyEmitter body;
  private final Iterator<Value> params;

  Binding(BodyEmitter body, Iterator<Value> params) {
    this.body = body;
    this.params = params;
  }

  /** The next parameter is a variable. */
  void variable(String name) {
    body.bind(params.next(), name);
  }

  /** The next parameters are the leaves of a variable. */
  void leaves(Type type, String name) {
    ResultExprs.takeApart(type, CodeBlock.of("$N", name), (leaf, code) -> bind(code, name));
  }

  /** The next parameters are those leaves of a variable that have derivatives. */
  void differentiableLeaves(Type type, String name) {
    ResultExprs.takeApart(
        type,
        CodeBlock.of("$N", name),
        (leaf, code) -> {
          if (leaf.isDifferentiable()) {
            bind(code, name);
          }
        });
  }

  private void bind(CodeBlock code, String name) {
    body.bind(params.next(), new Expr(code, Precedence.PRIMARY, Set.of(name), false, null));
  }

  /** The next parameters are the annotated method's. */
  void primal(Members members) {
    for (Parameter parameter : members.signature().parameters()) {
      leaves(parameter.type(), parameter.name());
    }
  }

  /** The next parameters are seeds of the result. */
  void seed(Members members) {
    members.signature().result().ifPresent(type -> differentiableLeaves(type, members.seed()));
  }
}
