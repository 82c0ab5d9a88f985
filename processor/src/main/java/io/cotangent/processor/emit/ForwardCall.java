package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Signature;
import java.util.ArrayList;
import java.util.List;

/** Writes the call of the forward function and puts the value together from what it leaves. */
final class ForwardCall {
  private final Members members;
  private final NameTable names;

  ForwardCall(Members members, NameTable names) {
    this.members = members;
    this.names = names;
  }

  /** Writes the call; the result is the expression for the value, empty for {@code void}. */
  CodeBlock write(CodeBlock.Builder code) {
    CodeBlock call = CodeBlock.of("$L($L)", Derived.FORWARD, arguments());
    if (members.isVoid()) {
      code.addStatement("$L", call);
      return CodeBlock.of("");
    }
    Signature signature = members.signature();
    List<Type> leaves = signature.resultLeaves();
    List<CodeBlock> locals = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      locals.add(CodeBlock.of("$N", names.fresh("result")));
    }
    code.addStatement("$T $L = $L", JavaTypes.of(leaves.get(0)), locals.get(0), call);
    for (int i = leaves.size() - 1; i > 0; i--) {
      code.addStatement(
          "$T $L = $L$N.scratch().pop$L()",
          JavaTypes.of(leaves.get(i)),
          locals.get(i),
          BodyEmitter.cast(leaves.get(i)),
          members.tape(),
          BodyEmitter.stack(leaves.get(i)));
    }
    return members.results().assemble(signature.resultForm().orElseThrow(), locals.iterator());
  }

  private CodeBlock arguments() {
    CodeBlock.Builder args = CodeBlock.builder().add("$N", members.tape());
    members.locals().forEach(local -> args.add(", $N", local.name()));
    members.differentiated().stream()
        .filter(Local::isArray)
        .forEach(local -> args.add(", $N", local.bar()));
    return args.build();
  }
}
