package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Signature;
import java.util.ArrayList;
import java.util.List;

/** The member that computes the value and its derivative in one direction. */
final class JvpMethod {
  private final Members members;
  private final Signature signature;
  private final Function function;
  private final BodyEmitter body;
  private final Packing packing;

  JvpMethod(Members members) {
    this.members = members;
    this.signature = members.signature();
    this.function = members.derived().function(Derived.JVP);
    this.packing = new Packing(members);
    this.body = members.body(function, members.names());
  }

  MethodSpec build() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("jvp")
            .addModifiers(Members.open())
            .returns(members.hasTangent() ? members.tangent() : members.result());
    method.addJavadoc("The value and its derivative in the direction of the tangents.\n");
    NestedClass.addParameters(members.throwing(method), signature);
    CodeBlock.Builder code = CodeBlock.builder();
    for (Parameter parameter : signature.differentiated()) {
      method.addParameter(Members.dual(parameter), members.dot(parameter));
    }
    Checks checks = new Checks(members);
    checks.objects(code);
    packing.unpack(code, local -> packing.isNeeded(local) || isUsed(local));
    packing.unpackTangents(code, body.names());
    checks.tangents(code);
    checks.changedTangents(code);
    checks.sameAliasing(code, Local::dot);
    bind(usesTape());
    if (usesTape()) {
      code.beginControlFlow(
          "try ($T $N = $T.acquire())", JavaTypes.TAPE, members.tape(), JavaTypes.TAPE);
    } else if (packing.hasFieldsToPutBack()) {
      code.beginControlFlow("try");
    }
    body.emitShelves();
    body.emitBody();
    returnTangent();
    code.add(body.pending().build());
    if (packing.hasFieldsToPutBack()) {
      code.nextControlFlow("finally");
      packing.putBack(code);
    }
    if (usesTape() || packing.hasFieldsToPutBack()) {
      code.endControlFlow();
    }
    return method.addCode(code.build()).build();
  }

  private boolean usesTape() {
    return BodyEmitter.isTape(function.params().get(0));
  }

  private boolean isUsed(Local local) {
    int index = members.locals().indexOf(local) + (usesTape() ? 1 : 0);
    return body.uses().count(function.params().get(index)) > 0;
  }

  private void bind(boolean usesTape) {
    Binding binding = new Binding(body, function.params().iterator());
    if (usesTape) {
      binding.variable(members.tape());
    }
    binding.primal(members);
    members.differentiated().forEach(local -> binding.variable(local.dot()));
  }

  private void returnTangent() {
    if (function.body().isTerminated()) {
      return;
    }
    CodeBlock.Builder arrays = CodeBlock.builder();
    packing.putTangentsBack(arrays);
    if (!members.hasTangent()) {
      body.pending().add(arrays.build());
      return;
    }
    List<CodeBlock> parts = new ArrayList<>(valueAndTangent());
    body.pending().add(arrays.build());
    for (Parameter parameter : members.changedObjects()) {
      parts.add(packing.dual(parameter, local -> local.inside(local.dot())));
    }
    body.pending()
        .statement(
            CodeBlock.of("return new $T($L)", members.tangent(), CodeBlock.join(parts, ", ")));
  }

  private List<CodeBlock> valueAndTangent() {
    if (members.isVoid()) {
      return List.of();
    }
    Form form = signature.resultForm().orElseThrow();
    List<Value> yields = function.body().yields();
    List<CodeBlock> all = body.blocks(yields);
    List<Type> leafTypes = signature.resultLeaves();
    List<CodeBlock> tangents = new ArrayList<>();
    int next = leafTypes.size();
    for (int i = 0; i < leafTypes.size(); i++) {
      // A component without derivatives stands in the tangent as it is in the value.
      boolean hasTangent = leafTypes.get(i).isDifferentiable();
      tangents.add(hasTangent ? all.get(next++) : all.get(i));
    }
    return List.of(
        members.results().assemble(form, all.subList(0, leafTypes.size()).iterator()),
        members.results().assembleDual(form, tangents.iterator()));
  }
}
