package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Value;
import java.util.Iterator;
import java.util.List;
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

  /** The next parameters are the leaves of the annotated method's. */
  void primal(Members members) {
    members.locals().forEach(local -> variable(local.name()));
  }

  /** The next parameters are seeds of the result. */
  void seed(Members members, List<CodeBlock> leaves) {
    leaves.forEach(leaf -> bind(leaf, members.seed()));
  }

  private void bind(CodeBlock code, String name) {
    body.bind(
        params.next(),
        new Expr(Code.text(code.toString()), Precedence.PRIMARY, Set.of(name), false, null));
  }
}
