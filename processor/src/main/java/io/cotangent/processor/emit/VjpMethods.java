package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Signature;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The member that adds seed times partials into buffers, with a tape of the caller and without. */
final class VjpMethods {
  private final Members members;
  private final Signature signature;
  private final Function function;
  private final NameTable names;
  private final Packing packing;
  private final BodyEmitter body;
  private final Optional<CodeBlock> overlap;
  private final boolean usesTape;
  private List<CodeBlock> seeds = List.of();

  VjpMethods(Members members) {
    this.members = members;
    this.signature = members.signature();
    this.function = members.derived().function(Derived.VJP);
    this.names = members.names();
    this.packing = new Packing(members);
    this.body = members.body(function, names);
    this.overlap = new Checks(members).overlap();
    this.usesTape =
        overlap.isPresent()
            || members.lending(Derived.VJP).isUsed()
            || body.uses().count(function.params().get(0)) > 0;
  }

  /** The overload without a tape. */
  MethodSpec pooled() {
    MethodSpec.Builder method = header(false);
    CodeBlock.Builder code = CodeBlock.builder();
    if (!usesTape) {
      return method.addCode(body()).build();
    }
    code.beginControlFlow("try ($T $N = $T.acquire())", JavaTypes.TAPE, tape(), JavaTypes.TAPE);
    code.addStatement("$Lvjp($N, $L)", members.isVoid() ? "" : "return ", tape(), arguments());
    return method.addCode(code.endControlFlow().build()).build();
  }

  /** The overload with a tape. */
  MethodSpec withTape() {
    MethodSpec.Builder method = header(true);
    if (!usesTape) {
      CodeBlock.Builder code = CodeBlock.builder();
      code.add("// Nothing to keep: the tape is not needed.\n");
      code.addStatement("$Lvjp($L)", members.isVoid() ? "" : "return ", arguments());
      return method.addCode(code.build()).build();
    }
    return method.addCode(body()).build();
  }

  private String tape() {
    return members.tape();
  }

  private MethodSpec.Builder header(boolean hasTape) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("vjp").addModifiers(Members.open()).returns(members.result());
    method.addJavadoc(
        "Adds the seed times the partial derivatives into the buffers and returns the value.\n");
    members.throwing(method);
    if (hasTape) {
      method.addParameter(JavaTypes.TAPE, tape());
    }
    NestedClass.addParameters(method, signature);
    if (!members.isVoid()) {
      method.addParameter(members.resultDual(), members.seed());
    }
    for (Parameter parameter : signature.differentiated()) {
      method.addParameter(Members.buffer(parameter), members.bar(parameter));
    }
    return method;
  }

  private String arguments() {
    StringBuilder list = new StringBuilder(members.arguments());
    if (!members.isVoid()) {
      list.append(", ").append(members.seed());
    }
    signature.differentiated().forEach(p -> list.append(", ").append(members.bar(p)));
    return list.toString();
  }

  private CodeBlock body() {
    CodeBlock.Builder code = CodeBlock.builder();
    Checks checks = new Checks(members);
    checks.objects(code);
    checks.objectBuffers(code);
    packing.unpack(code, local -> overlap.isPresent() || packing.isNeeded(local) || isUsed(local));
    packing.unpackBuffers(code, names);
    checks.buffers(code);
    checks.sameAliasing(code, Local::bar);
    seeds = Seeds.of(members, CodeBlock.of("$N", members.seed()), names, code);
    Binding binding = new Binding(body, function.params().iterator());
    binding.variable(tape());
    binding.primal(members);
    binding.seed(members, seeds);
    members.differentiated().forEach(local -> binding.variable(local.bar()));
    if (usesTape) {
      code.addStatement("$N.enter()", tape());
    }
    if (usesTape || packing.hasFieldsToPutBack()) {
      code.beginControlFlow("try");
    }
    overlap.ifPresent(test -> code.add(overlapping(test)));
    body.emitShelves();
    body.emitBody();
    returnValue();
    code.add(body.pending().build());
    if (usesTape || packing.hasFieldsToPutBack()) {
      code.nextControlFlow("finally");
      packing.putBack(code);
      if (usesTape) {
        code.addStatement("$N.exit()", tape());
      }
      code.endControlFlow();
    }
    return code.build();
  }

  /** The way for arguments that overlap: nothing is read again that could have been written. */
  private CodeBlock overlapping(CodeBlock test) {
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("if ($L)", test);
    CodeBlock value = new ForwardCall(members, names).write(code);
    CodeBlock.Builder args = CodeBlock.builder().add("$N", tape());
    seeds.forEach(leaf -> args.add(", $L", leaf));
    members.differentiated().forEach(local -> args.add(", $N", local.bar()));
    code.addStatement("$L($L)", Derived.REVERSE, args.build());
    packing.packBuffers(code);
    if (members.isVoid()) {
      code.addStatement("return");
    } else {
      code.addStatement("return $L", value);
    }
    return code.endControlFlow().build();
  }

  private boolean isUsed(Local local) {
    return body.uses().count(function.params().get(1 + members.locals().indexOf(local))) > 0;
  }

  private void returnValue() {
    if (function.body().isTerminated()) {
      return;
    }
    CodeBlock.Builder packed = CodeBlock.builder();
    if (members.isVoid()) {
      packing.packBuffers(packed);
      body.pending().add(packed.build());
      return;
    }
    Iterator<CodeBlock> leaves = body.blocks(function.body().yields()).iterator();
    CodeBlock value = members.results().assemble(signature.resultForm().orElseThrow(), leaves);
    if (packing.hasBuffersToPack()) {
      String result = names.fresh("result");
      packed.addStatement("$T $N = $L", members.result(), result, value);
      packing.packBuffers(packed);
      body.pending().add(packed.build());
      value = CodeBlock.of("$N", result);
    }
    body.pending().statement(CodeBlock.of("return $L", value));
  }
}
