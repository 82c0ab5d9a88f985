package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Signature;
import java.util.ArrayList;
import java.util.List;

/** The member that computes the value and its derivative in one direction. */
final class JvpMethod {
  private final Members members;
  private final Signature signature;
  private final Function function;
  private final NameTable names = new NameTable();
  private final BodyEmitter body;

  JvpMethod(Members members) {
    this.members = members;
    this.signature = members.signature();
    this.function = members.derived().function(Derived.JVP);
    this.body = new BodyEmitter(members.derived().unit(), function, names);
  }

  MethodSpec build() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("jvp")
            .addModifiers(Members.open())
            .returns(members.isVoid() ? members.result() : members.tangent());
    method.addJavadoc("The value and its derivative in the direction of the tangents.\n");
    NestedClass.addParameters(members.throwing(method), signature);
    CodeBlock.Builder code = CodeBlock.builder();
    for (Parameter parameter : signature.differentiated()) {
      method.addParameter(JavaTypes.of(parameter.type()), members.dot(parameter));
    }
    Checks checks = new Checks(members);
    checks.tangents(code, members::dot);
    checks.sameAliasing(code, members::dot);
    boolean usesTape = BodyEmitter.isTape(function.params().get(0));
    claimNames();
    bind(usesTape);
    if (usesTape) {
      code.beginControlFlow(
          "try ($T $N = $T.acquire())", JavaTypes.TAPE, members.tape(), JavaTypes.TAPE);
    }
    body.emitBody();
    returnTangent();
    code.add(body.pending().build());
    if (usesTape) {
      code.endControlFlow();
    }
    return method.addCode(code.build()).build();
  }

  private void claimNames() {
    names.claim(members.tape());
    signature.parameters().forEach(p -> names.claim(p.name()));
    signature.differentiated().forEach(p -> names.claim(members.dot(p)));
  }

  private void bind(boolean usesTape) {
    Binding binding = new Binding(body, function.params().iterator());
    if (usesTape) {
      binding.variable(members.tape());
    }
    binding.primal(members);
    signature.differentiated().forEach(p -> binding.differentiableLeaves(p.type(), members.dot(p)));
  }

  private void returnTangent() {
    if (members.isVoid() || function.body().isTerminated()) {
      return;
    }
    Type type = signature.result().orElseThrow();
    List<Value> yields = function.body().yields();
    List<CodeBlock> all = body.useAll(yields).stream().map(Expr::code).toList();
    List<Type> leafTypes = RecordType.leavesOf(type);
    List<CodeBlock> tangents = new ArrayList<>();
    int next = leafTypes.size();
    for (int i = 0; i < leafTypes.size(); i++) {
      boolean hasTangent = leafTypes.get(i).isDifferentiable();
      tangents.add(hasTangent ? all.get(next++) : passive(leafTypes.get(i), all.get(i)));
    }
    body.pending()
        .statement(
            "return new $T($L, $L)",
            members.tangent(),
            ResultExprs.assemble(type, all.subList(0, leafTypes.size()).iterator()),
            ResultExprs.assemble(type, tangents.iterator()));
  }

  /** A component without derivatives stands in the tangent as it is in the value. */
  private static CodeBlock passive(Type type, CodeBlock value) {
    return type instanceof ArrayType ? CodeBlock.of("$L", value) : value;
  }
}
