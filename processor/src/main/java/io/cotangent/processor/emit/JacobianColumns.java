package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.model.Strip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The columns of a Jacobian, several in one forward sweep. */
final class JacobianColumns {
  /** What the method is called. */
  static final String NAME = "byColumns";

  private final Members members;
  private final Signature signature;
  private final Strip strip;
  private final Function function;
  private final Packing packing;
  private final NameTable names;
  private final String jacobian;

  JacobianColumns(Members members, Strip strip) {
    this.members = members;
    this.signature = members.signature();
    this.strip = strip;
    this.function = members.derived().function(Derived.STRIP);
    this.packing = new Packing(members);
    this.names = members.names();
    this.jacobian = names.fresh("jacobian");
  }

  /** How many columns each differentiated leaf has. */
  List<CodeBlock> counts() {
    return members.differentiated().stream().map(Local::count).toList();
  }

  private boolean usesTape() {
    return !function.params().isEmpty() && BodyEmitter.isTape(function.params().get(0));
  }

  private void begin(CodeBlock.Builder code) {
    Checks checks = new Checks(members);
    checks.objects(code);
    checks.distinct(code);
    packing.unpack(code, local -> true);
  }

  private void open(CodeBlock.Builder code) {
    if (usesTape()) {
      code.beginControlFlow(
          "try ($T $N = $T.acquire())", JavaTypes.TAPE, members.tape(), JavaTypes.TAPE);
    } else if (packing.hasFieldsToPutBack()) {
      code.beginControlFlow("try");
    }
  }

  private void close(CodeBlock.Builder code) {
    if (packing.hasFieldsToPutBack()) {
      code.nextControlFlow("finally");
      packing.putBack(code);
    }
    if (usesTape() || packing.hasFieldsToPutBack()) {
      code.endControlFlow();
    }
  }

  /** All columns in one sweep: the body of the member. */
  CodeBlock atOnce() {
    CodeBlock.Builder code = CodeBlock.builder();
    begin(code);
    open(code);
    BodyEmitter body = members.body(function, names);
    Binding binding = new Binding(body, function.params().iterator());
    if (usesTape()) {
      binding.variable(members.tape());
    }
    binding.primal(members);
    body.emitShelves();
    body.emitBody();
    if (!function.body().isTerminated()) {
      List<CodeBlock> tangents = body.blocks(function.body().yields());
      code.add(body.pending().build());
      returnAll(code, tangents);
    } else {
      code.add(body.pending().build());
    }
    close(code);
    return code.build();
  }

  private void returnAll(CodeBlock.Builder code, List<CodeBlock> tangents) {
    int leaves = tangents.size() / strip.width();
    if (leafTypes().stream().anyMatch(Type::isReference)) {
      declareColumns(code, CodeBlock.of("$L", strip.width()));
      addColumns(code, tangents);
      code.addStatement("return $N.rows()", jacobian);
      return;
    }
    List<CodeBlock> rows = new ArrayList<>();
    for (int row = 0; row < leaves; row++) {
      List<CodeBlock> entries = new ArrayList<>();
      for (int column = 0; column < strip.width(); column++) {
        entries.add(tangents.get(column * leaves + row));
      }
      rows.add(CodeBlock.of("{$L}", CodeBlock.join(entries, ", ")));
    }
    code.addStatement("return new $T {$L}", JacobianMethod.TYPE, CodeBlock.join(rows, ", "));
  }

  private List<Type> leafTypes() {
    return signature.resultLeaves().stream().filter(Type::isDifferentiable).toList();
  }

  private void declareColumns(CodeBlock.Builder code, CodeBlock count) {
    code.addStatement("$T $N = new $T($L)", JavaTypes.COLUMNS, jacobian, JavaTypes.COLUMNS, count);
  }

  private void addColumns(CodeBlock.Builder code, List<CodeBlock> tangents) {
    List<Type> types = leafTypes();
    for (int column = 0; column < strip.width(); column++) {
      List<CodeBlock> parts = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        CodeBlock tangent = tangents.get(column * types.size() + i);
        boolean looksLikeParts = types.size() == 1 && types.get(i) instanceof ArrayType;
        parts.add(looksLikeParts ? CodeBlock.of("($T) $L", Object.class, tangent) : tangent);
      }
      code.addStatement("$N.add($L)", jacobian, CodeBlock.join(parts, ", "));
    }
  }

  /** The method that finds as many columns as it is told, strip by strip. */
  MethodSpec build() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(NAME)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(JacobianMethod.TYPE);
    NestedClass.addParameters(members.throwing(method), signature);
    String columns = names.fresh("columns");
    String column = names.fresh("column");
    String lane = names.fresh("lane");
    method.addParameter(TypeName.INT, columns);
    CodeBlock.Builder code = CodeBlock.builder();
    begin(code);
    Starts starts = new Starts(members, names, code);
    declareDirections(code, lane);
    declareColumns(code, CodeBlock.of("$N", columns));
    open(code);
    code.addStatement("int $N = 0", column);
    boolean borrows = members.lending(Derived.STRIP).isUsed();
    String mark = borrows ? names.fresh("mark") : "";
    if (borrows) {
      code.addStatement("int $N = $N.mark()", mark, members.tape());
    }
    code.beginControlFlow("do");
    setDirections(code, starts, column, lane);
    addColumns(code, sweep(code));
    if (borrows) {
      code.addStatement("$N.release($N)", members.tape(), mark);
    }
    clearDirections(code, starts, column, lane);
    code.addStatement("$N += $L", column, strip.width());
    code.endControlFlow("while ($N < $N)", column, columns);
    code.addStatement("return $N.rows()", jacobian);
    close(code);
    return method.addCode(code.build()).build();
  }

  /** For each leaf as many directions as there are in a strip. */
  private void declareDirections(CodeBlock.Builder code, String lane) {
    List<Local> arrays = members.differentiated().stream().filter(Local::isArray).toList();
    for (Local local : members.differentiated()) {
      int rank = local.type() instanceof ArrayType array ? array.rank() : 0;
      Type number = local.type() instanceof ArrayType array ? array.innermost() : local.type();
      code.addStatement(
          "$T[] $N = new $T[$L]$L",
          JavaTypes.of(local.type()),
          local.dot(),
          JavaTypes.of(number),
          strip.width(),
          "[]".repeat(rank));
    }
    if (!arrays.isEmpty()) {
      forEachLane(code, lane);
      for (Local local : arrays) {
        code.addStatement(
            "$N[$N] = $T.zerosLike($N)", local.dot(), lane, JavaTypes.SHADOWS, local.name());
      }
      code.endControlFlow();
    }
  }

  private void forEachLane(CodeBlock.Builder code, String lane) {
    code.beginControlFlow("for (int $N = 0; $N < $L; $N++)", lane, lane, strip.width(), lane);
  }

  /** The n-th direction is that of the n-th leaf from this column on; none beyond the last. */
  private void setDirections(CodeBlock.Builder code, Starts starts, String column, String lane) {
    forEachLane(code, lane);
    List<Local> locals = members.differentiated();
    for (int i = 0; i < locals.size(); i++) {
      Local local = locals.get(i);
      if (local.isArray()) {
        setLeaf(code, local, starts.within(i, column + " + " + lane), lane, "1.0");
      } else {
        CodeBlock leaf = starts.of(i);
        String suffix = local.type().toString().equals("float") ? "f" : ".0";
        code.addStatement(
            "$N[$N] = $N + $N == $L ? 1$L : 0$L",
            local.dot(),
            lane,
            column,
            lane,
            leaf,
            suffix,
            suffix);
      }
    }
    code.endControlFlow();
  }

  private void clearDirections(CodeBlock.Builder code, Starts starts, String column, String lane) {
    List<Local> locals = members.differentiated();
    if (locals.stream().anyMatch(Local::isArray)) {
      forEachLane(code, lane);
      for (int i = 0; i < locals.size(); i++) {
        if (locals.get(i).isArray()) {
          setLeaf(code, locals.get(i), starts.within(i, column + " + " + lane), lane, "0.0");
        }
      }
      code.endControlFlow();
    }
  }

  private static void setLeaf(
      CodeBlock.Builder code, Local local, CodeBlock leaf, String lane, String value) {
    code.addStatement("$T.set($N[$N], $L, $L)", JavaTypes.LEAVES, local.dot(), lane, leaf, value);
  }

  /** Runs the strip; the tangents of the result, direction by direction. */
  private List<CodeBlock> sweep(CodeBlock.Builder code) {
    List<CodeBlock> args = new ArrayList<>();
    if (usesTape()) {
      args.add(CodeBlock.of("$N", members.tape()));
    }
    members.locals().forEach(local -> args.add(CodeBlock.of("$N", local.name())));
    for (int lane = 0; lane < strip.width(); lane++) {
      for (Local local : members.differentiated()) {
        args.add(CodeBlock.of("$N[$L]", local.dot(), lane));
      }
    }
    List<Type> types =
        Collections.nCopies(strip.width(), leafTypes()).stream().flatMap(List::stream).toList();
    List<String> tangents = types.stream().map(t -> names.fresh("tangent")).toList();
    code.addStatement(
        "$T $N = $L($L)",
        JavaTypes.of(types.get(0)),
        tangents.get(0),
        Derived.STRIP,
        CodeBlock.join(args, ", "));
    for (int i = types.size() - 1; i > 0; i--) {
      code.addStatement(
          "$T $N = $N.scratch().pop$L()",
          JavaTypes.of(types.get(i)),
          tangents.get(i),
          members.tape(),
          BodyEmitter.stack(types.get(i)));
    }
    return tangents.stream().map(name -> CodeBlock.of("$N", name)).toList();
  }
}
