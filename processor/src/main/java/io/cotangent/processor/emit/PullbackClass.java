package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.model.Watched;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The recording of one evaluation, to which seeds can be applied any number of times. */
final class PullbackClass {
  private static final String TAPE = "tape";
  private static final String CLOSED = "isClosed";

  private final Members members;
  private final Signature signature;
  private final List<Parameter> arrays;

  PullbackClass(Members members) {
    this.members = members;
    this.signature = members.signature();
    this.arrays =
        signature.differentiated().stream().filter(p -> p.type() instanceof ArrayType).toList();
  }

  /** The member that records. */
  MethodSpec factory() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("pullback")
            .addModifiers(Members.open())
            .returns(members.pullback());
    method.addJavadoc(
        "Evaluates once and records what derivatives need. Close the result to free it.\n");
    NestedClass.addParameters(members.throwing(method), signature);
    CodeBlock.Builder code = CodeBlock.builder();
    new Checks(members).distinct(code);
    arrays.forEach(p -> NestedClass.declareBuffer(code, p, members.bar(p)));
    NameTable names = new NameTable();
    signature.parameters().forEach(p -> names.claim(p.name()));
    signature.differentiated().forEach(p -> names.claim(members.bar(p)));
    names.claim(members.tape());
    String tape = members.tape();
    code.addStatement("$T $N = $T.acquire()", JavaTypes.TAPE, tape, JavaTypes.TAPE);
    code.beginControlFlow("try");
    CodeBlock value = new ForwardCall(members, names).write(code);
    code.addStatement("$N.seal()", tape);
    code.addStatement(
        "return new $T($N$L$L)",
        members.pullback(),
        tape,
        members.isVoid() ? CodeBlock.of("") : CodeBlock.of(", $L", value),
        shadows());
    code.nextControlFlow("catch ($T failure)", Throwable.class);
    code.addStatement("$N.close()", tape).addStatement("throw failure").endControlFlow();
    return method.addCode(code.build()).build();
  }

  private CodeBlock shadows() {
    CodeBlock.Builder code = CodeBlock.builder();
    arrays.forEach(p -> code.add(", $N", members.bar(p)));
    return code.build();
  }

  TypeSpec build() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Pullback")
            .addJavadoc("One recorded evaluation.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(AutoCloseable.class);
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    field(type, constructor, JavaTypes.TAPE, TAPE);
    if (!members.isVoid()) {
      field(type, constructor, members.result(), "value");
    }
    arrays.forEach(p -> field(type, constructor, JavaTypes.of(p.type()), shadow(p)));
    type.addField(TypeName.BOOLEAN, CLOSED, Modifier.PRIVATE);
    type.addMethod(constructor.build());
    if (!members.isVoid()) {
      type.addMethod(value());
    }
    type.addMethod(apply(members.isVoid()));
    if (!members.isVoid() && !members.outputs().isEmpty()) {
      type.addMethod(apply(true));
    }
    if (!signature.watched().isEmpty()) {
      type.addMethod(apply(true, true));
    }
    return type.addMethod(close()).build();
  }

  /** Fields are called after parameters; the suffix keeps them apart from everything else. */
  private static String shadow(Parameter parameter) {
    return parameter.name() + "Shadow";
  }

  private static void field(
      TypeSpec.Builder type, MethodSpec.Builder constructor, TypeName fieldType, String name) {
    type.addField(fieldType, name, Modifier.PRIVATE, Modifier.FINAL);
    constructor.addParameter(fieldType, name).addStatement("this.$N = $N", name, name);
  }

  private MethodSpec value() {
    return MethodSpec.methodBuilder("value")
        .addJavadoc("What the method returned.\n")
        .addModifiers(Modifier.PUBLIC)
        .returns(members.result())
        .addStatement("return value")
        .build();
  }

  private MethodSpec apply(boolean withOutputSeeds) {
    return apply(withOutputSeeds, false);
  }

  private MethodSpec apply(boolean withOutputSeeds, boolean withWatchedSeeds) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("apply")
            .addModifiers(Modifier.PUBLIC, Modifier.SYNCHRONIZED)
            .returns(members.gradient());
    method.addJavadoc(
        "The seed times the partial derivatives; may be called any number of times.\n");
    NameTable names = new NameTable();
    names.claim(TAPE);
    names.claim("value");
    names.claim(CLOSED);
    arrays.forEach(p -> names.claim(shadow(p)));
    String seed = names.fresh("seed");
    if (!members.isVoid()) {
      method.addParameter(members.result(), seed);
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if ($N)", CLOSED)
        .addStatement("throw new $T($S)", IllegalStateException.class, "this pullback is closed")
        .endControlFlow();
    CodeBlock.Builder seeding = CodeBlock.builder();
    for (Parameter output : withOutputSeeds ? members.outputs() : List.<Parameter>of()) {
      String name = names.fresh(output.name() + "Seed");
      method.addParameter(JavaTypes.of(output.type()), name);
      code.addStatement(
          "$T.require($S, $N, $N)",
          JavaTypes.SHAPES,
          output.name() + ": seed",
          shadow(output),
          name);
      seeding.addStatement("$T.add($N, $N)", JavaTypes.SHADOWS, shadow(output), name);
    }
    List<CodeBlock> watchedSeeds = new ArrayList<>();
    for (Watched variable : signature.watched()) {
      if (withWatchedSeeds) {
        String name = names.fresh(variable.name() + "Seed");
        method.addParameter(JavaTypes.of(variable.type()), name);
        watchedSeeds.add(CodeBlock.of("$N", name));
      } else {
        watchedSeeds.add(CodeBlock.of("0"));
      }
    }
    reverse(code, seeding.build(), seed, watchedSeeds, names);
    return method.addCode(code.build()).build();
  }

  private void reverse(
      CodeBlock.Builder code,
      CodeBlock seeding,
      String seed,
      List<CodeBlock> watchedSeeds,
      NameTable names) {
    CodeBlock.Builder args = CodeBlock.builder().add(TAPE);
    signature
        .result()
        .ifPresent(
            type ->
                ResultExprs.takeApart(
                    type,
                    CodeBlock.of("$N", seed),
                    (leaf, leafCode) -> {
                      if (leaf.isDifferentiable()) {
                        args.add(", $L", leafCode);
                      }
                    }));
    watchedSeeds.forEach(s -> args.add(", $L", s));
    CodeBlock.Builder components = CodeBlock.builder();
    String separator = members.isVoid() ? "" : "value, ";
    for (Parameter parameter : signature.differentiated()) {
      if (arrays.contains(parameter)) {
        args.add(", $N", shadow(parameter));
        components.add("$L$T.copy($N)", separator, JavaTypes.SHADOWS, shadow(parameter));
      } else {
        String bar = names.fresh(parameter.name() + "Bar");
        NestedClass.declareBuffer(code, parameter, bar);
        args.add(", $N", bar);
        components.add("$L$N[0]", separator, bar);
      }
      separator = ", ";
    }
    for (Watched variable : signature.watched()) {
      String bar = names.fresh(variable.name() + "Bar");
      TypeName type = JavaTypes.of(variable.type());
      code.addStatement("$T[] $N = new $T[1]", type, bar, type);
      args.add(", $N", bar);
      components.add("$L$N[0]", separator, bar);
    }
    code.addStatement("$N.rewind()", TAPE);
    if (!arrays.isEmpty()) {
      code.beginControlFlow("try");
    }
    code.add(seeding);
    code.addStatement("$L($L)", Derived.REVERSE, args.build());
    code.addStatement("return new $T($L)", members.gradient(), components.build());
    if (!arrays.isEmpty()) {
      code.nextControlFlow("finally");
      arrays.forEach(p -> code.addStatement("$T.clear($N)", JavaTypes.SHADOWS, shadow(p)));
      code.endControlFlow();
    }
  }

  private MethodSpec close() {
    return MethodSpec.methodBuilder("close")
        .addJavadoc("Frees the recording. Closing twice is harmless.\n")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC, Modifier.SYNCHRONIZED)
        .beginControlFlow("if (!$N)", CLOSED)
        .addStatement("$N = true", CLOSED)
        .addStatement("$N.close()", TAPE)
        .endControlFlow()
        .build();
  }

  /** The type of the result's record, if it is one. */
  static boolean isRecord(Type type) {
    return type instanceof RecordType;
  }
}
