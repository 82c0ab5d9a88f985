package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.model.Watched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The recording of one evaluation, to which seeds can be applied any number of times. */
final class PullbackClass {
  private static final String TAPE = "tape";
  private static final String CLOSED = "isClosed";

  private final Members members;
  private final Signature signature;
  private final Packing packing;
  private final List<Local> arrays;
  private final List<Local> kept;

  PullbackClass(Members members) {
    this.members = members;
    this.signature = members.signature();
    this.packing = new Packing(members);
    this.arrays = members.differentiated().stream().filter(Local::isArray).toList();
    this.kept = members.locals().stream().filter(this::isKept).toList();
  }

  /** Whether a passive part of an argument stands in the gradient as well. */
  private boolean isKept(Local local) {
    return !packing.isReplacedKind(local)
        && local.parameter().differentiated()
        && !local.isDifferentiated()
        && local.isInDual();
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
    Checks checks = new Checks(members);
    checks.objects(code);
    checks.distinct(code);
    packing.unpack(code, local -> true);
    packing.declareZeros(code, Local::isArray);
    NameTable names = members.names();
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
    code.addStatement("$N.close()", tape).addStatement("throw failure");
    if (packing.hasFieldsToPutBack()) {
      code.nextControlFlow("finally");
      packing.putBack(code);
    }
    code.endControlFlow();
    return method.addCode(code.build()).build();
  }

  private CodeBlock shadows() {
    CodeBlock.Builder code = CodeBlock.builder();
    arrays.forEach(local -> code.add(", $N", local.bar()));
    kept.forEach(local -> code.add(", $L", local.inside(local.name())));
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
    arrays.forEach(local -> field(type, constructor, JavaTypes.of(local.type()), shadow(local)));
    kept.forEach(local -> field(type, constructor, JavaTypes.of(local.held()), kept(local)));
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
  private static String shadow(Local local) {
    return local.name() + "Shadow";
  }

  private static String kept(Local local) {
    return local.name() + "Kept";
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
    arrays.forEach(local -> names.claim(shadow(local)));
    kept.forEach(local -> names.claim(kept(local)));
    String seed = names.fresh("seed");
    if (!members.isVoid()) {
      method.addParameter(members.resultDual(), seed);
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if ($N)", CLOSED)
        .addStatement("throw new $T($S)", IllegalStateException.class, "this pullback is closed")
        .endControlFlow();
    CodeBlock.Builder seeding = CodeBlock.builder();
    Map<Local, CodeBlock> scalarSeeds = new HashMap<>();
    for (Parameter output : withOutputSeeds ? members.outputs() : List.<Parameter>of()) {
      String name = names.fresh(output.name() + "Seed");
      method.addParameter(Members.dual(output), name);
      Fitting fitting = new Fitting(members, names, l -> CodeBlock.of("$N", kept(l)));
      fitting.require(code, output, CodeBlock.of("$N", name));
      outputSeed(code, seeding, output, name);
      for (Local local : members.locals(output)) {
        if (local.isDifferentiated() && !local.isArray()) {
          scalarSeeds.put(local, local.seed(name));
        }
      }
    }
    List<CodeBlock> watchedSeeds = new ArrayList<>();
    for (Watched variable : signature.watched()) {
      if (withWatchedSeeds) {
        String name = names.fresh(variable.name() + "Seed");
        method.addParameter(JavaTypes.of(variable.type()), name);
        watchedSeeds.add(CodeBlock.of("$N", name));
      } else {
        watchedSeeds.add(CodeBlock.of(variable.isArray() ? "null" : "0"));
      }
    }
    reverse(code, seeding.build(), seed, watchedSeeds, scalarSeeds, names);
    return method.addCode(code.build()).build();
  }

  /** What stays as it was is a result as well: its seed goes straight into the gradient. */
  private void outputSeed(
      CodeBlock.Builder code, CodeBlock.Builder seeding, Parameter output, String name) {
    for (Local local : members.locals(output)) {
      CodeBlock held = arrays.contains(local) ? local.inside(shadow(local)) : CodeBlock.of("");
      if (local.column().isPresent() && local.isDifferentiated()) {
        String what = local.leaf().path() + ": seed";
        CodeBlock zeros = CodeBlock.of("$T.zerosLike($L)", JavaTypes.SHADOWS, held);
        CodeBlock seed = local.dual(CodeBlock.of("$N", name), what, zeros);
        seeding.addStatement("$T.add($L, $L)", JavaTypes.SHADOWS, held, seed);
      } else if (arrays.contains(local) && local.holdsArray()) {
        code.addStatement(
            "$T.require($S, $L, $L)",
            JavaTypes.SHAPES,
            local.leaf().path() + ": seed",
            held,
            local.seed(name));
        seeding.addStatement("$T.add($L, $L)", JavaTypes.SHADOWS, held, local.seed(name));
      } else if (arrays.contains(local)) {
        seed(seeding, local, held, local.seed(name));
      }
    }
  }

  private static void seed(CodeBlock.Builder seeding, Local local, CodeBlock held, CodeBlock seed) {
    if (local.isIdentity()) {
      String outer = "[0]".repeat(local.cells() - 1);
      seeding.beginControlFlow("if ($N$L != null)", shadow(local), outer);
    }
    seeding.addStatement("$L += $L", held, seed);
    if (local.isIdentity()) {
      seeding.endControlFlow();
    }
  }

  private void reverse(
      CodeBlock.Builder code,
      CodeBlock seeding,
      String seed,
      List<CodeBlock> watchedSeeds,
      Map<Local, CodeBlock> scalarSeeds,
      NameTable names) {
    CodeBlock.Builder args = CodeBlock.builder().add(TAPE);
    Seeds.of(members, CodeBlock.of("$N", seed), names, code)
        .forEach(leaf -> args.add(", $L", leaf));
    watchedSeeds.forEach(s -> args.add(", $L", s));
    Map<Local, CodeBlock> found = new HashMap<>();
    for (Local local : members.differentiated()) {
      if (arrays.contains(local)) {
        args.add(", $N", shadow(local));
        CodeBlock held = local.inside(shadow(local));
        found.put(
            local,
            local.holdsArray() ? CodeBlock.of("$T.copy($L)", JavaTypes.SHADOWS, held) : held);
      } else {
        String bar = names.fresh(local.name() + "Bar");
        TypeName type = JavaTypes.of(local.type());
        if (scalarSeeds.containsKey(local)) {
          code.addStatement("$T[] $N = {$L}", type, bar, scalarSeeds.get(local));
        } else {
          code.addStatement("$T[] $N = new $T[1]", type, bar, type);
        }
        args.add(", $N", bar);
        found.put(local, CodeBlock.of("$N[0]", bar));
      }
    }
    CodeBlock.Builder components = CodeBlock.builder();
    String separator = members.isVoid() ? "" : "value, ";
    for (Parameter parameter : signature.differentiated()) {
      components.add(
          "$L$L",
          separator,
          packing.dual(parameter, found::get, local -> CodeBlock.of("$N", kept(local))));
      separator = ", ";
    }
    CodeBlock.Builder holders = CodeBlock.builder();
    for (Watched variable : signature.watched()) {
      String bar = names.fresh(variable.name() + "Bar");
      TypeName type = JavaTypes.of(variable.type());
      if (variable.isArray()) {
        code.addStatement("$T[] $N = {null}", type, bar);
      } else {
        code.addStatement("$T[] $N = new $T[1]", type, bar, type);
      }
      (variable.isArray() ? holders : args).add(", $N", bar);
      components.add("$L$N[0]", separator, bar);
    }
    args.add(holders.build());
    code.addStatement("$N.rewind()", TAPE);
    if (!arrays.isEmpty()) {
      code.beginControlFlow("try");
    }
    code.add(seeding);
    code.addStatement("$L($L)", Derived.REVERSE, args.build());
    code.addStatement("return new $T($L)", members.gradient(), components.build());
    if (!arrays.isEmpty()) {
      code.nextControlFlow("finally");
      arrays.forEach(l -> code.addStatement("$T.clear($N)", JavaTypes.SHADOWS, shadow(l)));
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
}
