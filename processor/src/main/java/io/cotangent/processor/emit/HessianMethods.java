package io.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Names;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The members with second derivatives: Hessian times direction, and the Hessian. */
final class HessianMethods {
  private final Members members;
  private final Signature signature;
  private final NameTable names;
  private final Packing packing;

  HessianMethods(Members members) {
    this.members = members;
    this.signature = members.signature();
    this.names = members.names();
    this.packing = new Packing(members);
  }

  private ClassName type() {
    return members.owner().nestedClass("Hvp");
  }

  /** The Hessian times a direction. */
  MethodSpec hvp() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("hvp").addModifiers(Members.open()).returns(type());
    method.addJavadoc(
        "The value, its derivative in the direction of the tangents, and the Hessian times the"
            + " direction.\n");
    NestedClass.addParameters(members.throwing(method), signature);
    CodeBlock.Builder code = CodeBlock.builder();
    for (Parameter parameter : signature.differentiated()) {
      method.addParameter(Members.dual(parameter), members.dot(parameter));
    }
    Checks checks = new Checks(members);
    checks.objects(code);
    packing.unpack(code, local -> true);
    packing.unpackTangents(code, names);
    checks.tangents(code);
    checks.distinct(code);
    packing.declareZeros(code, local -> true);
    List<CodeBlock> components = new ArrayList<>();
    for (Parameter parameter : signature.differentiated()) {
      components.add(packing.dual(parameter, Local::found));
    }
    code.beginControlFlow(
        "try ($T $N = $T.acquire())", JavaTypes.TAPE, members.tape(), JavaTypes.TAPE);
    String value = names.fresh("result");
    String tangent = names.fresh("tangent");
    code.addStatement("$T $N = $L($L)", members.result(), value, Derived.HVP, arguments());
    code.addStatement(
        "$T $N = $N.scratch().pop$L()",
        members.result(),
        tangent,
        members.tape(),
        BodyEmitter.stack(signature.result().orElseThrow()));
    code.addStatement(
        "return new $T($N, $N, $L)", type(), value, tangent, CodeBlock.join(components, ", "));
    if (packing.hasFieldsToPutBack()) {
      code.nextControlFlow("finally");
      packing.putBack(code);
    }
    return method.addCode(code.endControlFlow().build()).build();
  }

  /** The leaves in the order of the function's parameters. */
  private CodeBlock arguments() {
    CodeBlock.Builder args = CodeBlock.builder().add("$N", members.tape());
    addPrimal(args);
    members.differentiated().forEach(local -> args.add(", $L", tangent(local)));
    members.differentiated().forEach(local -> args.add(", $N", local.bar()));
    return args.build();
  }

  /** The tangents of an array that is written change with it; the caller's stay. */
  private CodeBlock tangent(Local local) {
    return members.isWritten(local)
        ? CodeBlock.of("$T.copy($N)", JavaTypes.SHADOWS, local.dot())
        : CodeBlock.of("$N", local.dot());
  }

  /** All second derivatives. */
  MethodSpec hessian() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("hessian")
            .addModifiers(Members.open())
            .returns(ArrayTypeName.of(ArrayTypeName.of(TypeName.DOUBLE)));
    method.addJavadoc(
        "All second derivatives: a row and a column for each leaf of the differentiated parameters,"
            + "\nin their order, arrays row by row. Evaluates the method once for each row.\n");
    NestedClass.addParameters(members.throwing(method), signature);
    CodeBlock.Builder code = CodeBlock.builder();
    String row = names.fresh("row");
    String leaf = signature.hasRows() ? names.fresh("leaf") : row;
    packing.unpack(code, local -> true);
    Starts starts = new Starts(members, names, code);
    Map<Local, CodeBlock> numbers = new HashMap<>();
    for (int i = 0; i < members.differentiated().size(); i++) {
      Local local = members.differentiated().get(i);
      numbers.put(local, direction(code, local, leaf, starts.of(i)));
    }
    String rows = names.fresh("hessian");
    String size = names.fresh("size");
    Optional<String> order =
        signature.hasRows() ? Optional.of(order(code, starts, size)) : Optional.empty();
    if (order.isEmpty()) {
      code.addStatement("int $N = $L", size, starts.end());
    }
    code.addStatement("$T[][] $N = new $T[$N][$N]", double.class, rows, double.class, size, size);
    Restoring restoring = new Restoring(members, packing);
    restoring.keep(code, names);
    code.beginControlFlow("for (int $N = 0; $N < $N; $N++)", row, row, size, row);
    order.ifPresent(o -> code.addStatement("int $N = (int) $N[$N]", leaf, o, row));
    setDirections(code, starts, leaf, "1.0");
    String hvp = names.fresh("hvp");
    code.addStatement(
        "$T $N = hvp($L, $L)",
        type(),
        hvp,
        CodeBlock.join(points(restoring, row, size), ", "),
        CodeBlock.join(duals(numbers), ", "));
    setDirections(code, starts, leaf, "0.0");
    fillRow(code, hvp, rows, row);
    if (restoring.isNeeded()) {
      code.beginControlFlow("if ($N < $N - 1)", row, size);
      restoring.restore(code);
      code.endControlFlow();
    }
    code.endControlFlow();
    code.addStatement("return $N", rows);
    return method.addCode(code.build()).build();
  }

  private List<CodeBlock> duals(Map<Local, CodeBlock> numbers) {
    return signature.differentiated().stream().map(p -> packing.dual(p, numbers::get)).toList();
  }

  /**
   * Rows are in the order of objects, directions in that of their parts: which part is which. The
   * directions are numbered and walked as a row is. There are more of them than rows where elements
   * are null, or of one of several classes.
   *
   * @param size the variable to declare with how many rows there are
   */
  private String order(CodeBlock.Builder code, Starts starts, String size) {
    String order = names.fresh("order");
    Map<Local, CodeBlock> numbers = new HashMap<>();
    CodeBlock.Builder clear = CodeBlock.builder();
    for (int i = 0; i < members.differentiated().size(); i++) {
      Local local = members.differentiated().get(i);
      CodeBlock before = starts.of(i);
      numbers.put(local, local.isArray() ? local.inside(local.dot()) : before);
      if (local.isArray()) {
        code.addStatement("$T.number($N, $L)", JavaTypes.LEAVES, local.dot(), before);
        clear.addStatement("$T.clear($N)", JavaTypes.SHADOWS, local.dot());
      }
    }
    Map<Parameter, CodeBlock> duals = new HashMap<>();
    for (Parameter parameter : signature.differentiated()) {
      String name = names.fresh(parameter.name() + "Order");
      code.addStatement(
          "$T $N = $L", Members.dual(parameter), name, packing.dual(parameter, numbers::get));
      duals.put(parameter, CodeBlock.of("$N", name));
    }
    LeafOrder walk = new LeafOrder(members, names, duals::get);
    code.addStatement("int $N = $L", size, walk.count(code));
    code.addStatement("$T[] $N = new $T[$N]", double.class, order, double.class, size);
    walk.fill(code, CodeBlock.of("$N", order));
    code.add(clear.build());
    return order;
  }

  /**
   * The arguments; what the method writes to is copied for all rows but the last, objects aside.
   */
  private List<CodeBlock> points(Restoring restoring, String row, String size) {
    List<CodeBlock> points = new ArrayList<>();
    for (Parameter parameter : signature.parameters()) {
      CodeBlock name = CodeBlock.of("$N", parameter.name());
      points.add(
          members.isWritten(parameter) && !restoring.isObject(parameter)
              ? CodeBlock.of("$N < $N - 1 ? $L : $L", row, size, copy(parameter), name)
              : name);
    }
    return points;
  }

  private CodeBlock copy(Parameter parameter) {
    List<CodeBlock> leaves = new ArrayList<>();
    for (Local local : members.locals(parameter)) {
      leaves.add(
          members.isWritten(local)
              ? CodeBlock.of("$T.copy($N)", JavaTypes.SHADOWS, local.name())
              : CodeBlock.of("$N", local.name()));
    }
    return members.results().assemble(parameter.form(), leaves.iterator());
  }

  /** Zeros that can be set for an array, for a number an expression. */
  private CodeBlock direction(CodeBlock.Builder code, Local local, String row, CodeBlock before) {
    if (local.isArray()) {
      code.addStatement(
          "$T $N = $T.zerosLike($N)",
          JavaTypes.of(local.type()),
          local.dot(),
          JavaTypes.SHADOWS,
          local.name());
      return local.inside(local.dot());
    }
    String suffix = local.type().toString().equals("float") ? "f" : ".0";
    return CodeBlock.of("$N == $L ? 1$L : 0$L", row, before, suffix, suffix);
  }

  private void setDirections(CodeBlock.Builder code, Starts starts, String row, String value) {
    for (int i = 0; i < members.differentiated().size(); i++) {
      Local local = members.differentiated().get(i);
      if (local.isArray()) {
        CodeBlock leaf = starts.within(i, row);
        code.addStatement("$T.set($N, $L, $L)", JavaTypes.LEAVES, local.dot(), leaf, value);
      }
    }
  }

  private void fillRow(CodeBlock.Builder code, String hvp, String rows, String row) {
    LeafOrder order = new LeafOrder(members, names, p -> component(hvp, p));
    order.fill(code, CodeBlock.of("$N[$N]", rows, row));
  }

  private static CodeBlock component(String hvp, Parameter parameter) {
    return CodeBlock.of("$N.$N()", hvp, Names.besideTangent(parameter.name()));
  }

  /** The value and all derivatives up to the order. */
  MethodSpec derivatives() {
    Function function = members.derived().function(Derived.DERIVATIVES);
    if (isSeparate(members)) {
      return derivativesOfLeaves(function);
    }
    MethodSpec.Builder method = new FunctionMethod(members, function).build(Modifier.PUBLIC);
    method.addJavadoc(
        "The value and its derivatives up to order $L, the n-th at index n.\n", signature.order());
    return method.build();
  }

  /**
   * The function is private: it gets the leaves, and a tape for calls with more than one result.
   */
  private MethodSpec derivativesOfLeaves(Function function) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("derivatives")
            .addModifiers(Members.open())
            .returns(ArrayTypeName.of(TypeName.DOUBLE));
    method.addJavadoc(
        "The value and its derivatives up to order $L, the n-th at index n.\n", signature.order());
    NestedClass.addParameters(members.throwing(method), signature);
    CodeBlock.Builder code = CodeBlock.builder();
    packing.unpack(code, local -> true);
    CodeBlock.Builder leaves = CodeBlock.builder();
    addPrimal(leaves);
    String list = leaves.build().toString().substring(", ".length());
    if (!BodyEmitter.isTape(function.params().get(0))) {
      code.addStatement("return $L($L)", Derived.DERIVATIVES, list);
      return method.addCode(code.build()).build();
    }
    code.beginControlFlow(
        "try ($T $N = $T.acquire())", JavaTypes.TAPE, members.tape(), JavaTypes.TAPE);
    code.addStatement("return $L($N, $L)", Derived.DERIVATIVES, members.tape(), list);
    return method.addCode(code.endControlFlow().build()).build();
  }

  private void addPrimal(CodeBlock.Builder args) {
    members.locals().forEach(local -> args.add(", $N", local.name()));
  }

  /** Whether {@link Derived#DERIVATIVES} is a method of its own below the public one. */
  static boolean isSeparate(Members members) {
    Function derivatives = members.derived().function(Derived.DERIVATIVES);
    return BodyEmitter.isTape(derivatives.params().get(0))
        || !members.locals().stream().allMatch(Local::isWhole);
  }

  /** What {@link #hvp()} gives. */
  TypeSpec record() {
    MethodSpec.Builder components =
        MethodSpec.constructorBuilder()
            .addParameter(members.result(), "value")
            .addParameter(members.result(), "tangent");
    CodeBlock.Builder doc =
        CodeBlock.builder()
            .add("The Hessian times a direction.\n\n")
            .add("@param value what the method returns\n")
            .add("@param tangent its derivative in the direction\n");
    for (Parameter parameter : signature.differentiated()) {
      String name = Names.besideTangent(parameter.name());
      components.addParameter(ParameterSpec.builder(Members.dual(parameter), name).build());
      doc.add("@param $L the product's part for {@code $L}\n", name, parameter.name());
    }
    return TypeSpec.recordBuilder("Hvp")
        .addJavadoc(doc.build())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .recordConstructor(components.build())
        .build();
  }
}
