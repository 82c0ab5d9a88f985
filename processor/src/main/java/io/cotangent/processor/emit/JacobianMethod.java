package io.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Names;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.model.Strip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The member with all partial derivatives of a result that is not a number: a row a leaf. Rows are
 * found in reverse, columns forward, several at once; where only the arguments tell which are
 * fewer, generated code chooses.
 */
final class JacobianMethod {
  static final TypeName TYPE = ArrayTypeName.of(ArrayTypeName.of(TypeName.DOUBLE));

  private final Members members;
  private final Signature signature;
  private final NameTable names;
  private final String pullback;
  private final String row;
  private final String rows;
  private final Optional<Strip> strip;

  JacobianMethod(Members members) {
    this.members = members;
    this.signature = members.signature();
    this.strip = members.derived().strip();
    this.names = members.names();
    this.pullback = names.fresh("pullback");
    this.row = names.fresh("row");
    this.rows = names.fresh("rows");
  }

  /** The member, and what it calls. */
  List<MethodSpec> build() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("jacobian").addModifiers(Members.open()).returns(TYPE);
    method.addJavadoc(
        "All partial derivatives: a row for each leaf of the result, a column for each leaf of the"
            + " parameters.\n");
    NestedClass.addParameters(members.throwing(method), signature);
    if (strip.isEmpty()) {
      return List.of(method.addCode(byRows(Optional.empty())).build());
    }
    JacobianColumns forward = new JacobianColumns(members, strip.get());
    if (strip.get().isAll()) {
      return List.of(method.addCode(forward.atOnce()).build());
    }
    return List.of(method.addCode(choice(forward, strip.get())).build(), forward.build());
  }

  /** Forward if there are few columns, or few for the number of rows. */
  private CodeBlock choice(JacobianColumns forward, Strip known) {
    CodeBlock.Builder code = CodeBlock.builder();
    String columns = names.fresh("columns");
    Optional<ResultRows> counted = known.isRepeatable() ? ResultRows.of(members) : Optional.empty();
    Predicate<Local> isCounted = local -> counted.filter(rows -> rows.reads(local)).isPresent();
    new Packing(members).unpack(code, isCounted.or(Local::isDifferentiated));
    code.addStatement("int $N = $L", columns, sum(forward.counts()));
    code.beginControlFlow("if ($L)", many(columns, known, counted));
    boolean isOpen = known.isRepeatable() && counted.isEmpty();
    code.add(byRows(isOpen ? Optional.of(columns) : Optional.empty()));
    code.endControlFlow();
    code.addStatement("return $L($L, $N)", JacobianColumns.NAME, members.arguments(), columns);
    return code.build();
  }

  /** Whether the columns are many, and many for the rows if these are known. */
  private static CodeBlock many(String columns, Strip known, Optional<ResultRows> rows) {
    int each = known.columnsPerRow();
    int numbers = rows.map(ResultRows::numbers).orElse(0);
    Optional<CodeBlock> inArrays = rows.flatMap(ResultRows::inArrays);
    if (inArrays.isEmpty()) {
      return CodeBlock.of("$N > $L", columns, Math.max(known.width(), each * numbers));
    }
    CodeBlock all =
        numbers == 0 ? inArrays.get() : CodeBlock.of("$L + $L", inArrays.get(), numbers);
    CodeBlock few = each == 1 ? all : CodeBlock.of("$L * $L", each, ResultRows.factor(all));
    return CodeBlock.of("$N > $L && $N > $L", columns, known.width(), columns, few);
  }

  /**
   * The rows, one reverse sweep each.
   *
   * @param columns how many there are, if it is yet to be decided whether the columns are quicker
   */
  private CodeBlock byRows(Optional<String> columns) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow(
        "try ($T $N = pullback($L))", members.pullback(), pullback, members.arguments());
    List<CodeBlock> counts = new ArrayList<>();
    List<CodeBlock> seeds = declareSeeds(code, counts);
    code.addStatement("$T[][] $N = new $T[$L][]", double.class, rows, double.class, sum(counts));
    columns.ifPresent(
        c -> {
          int each = strip.orElseThrow().columnsPerRow();
          String factor = each == 1 ? "" : each + " * ";
          code.beginControlFlow("if ($N > $L$N.length)", c, factor, rows);
        });
    code.beginControlFlow("for (int $N = 0; $N < $N.length; $N++)", row, row, rows, row);
    setSeeds(code, counts, "1.0");
    Form form = signature.resultForm().orElseThrow();
    String gradient = names.fresh("gradient");
    code.addStatement(
        "$T $N = $N.apply($L)",
        members.gradient(),
        gradient,
        pullback,
        members.results().assembleDual(form, seeds.iterator()));
    setSeeds(code, counts, "0.0");
    fillRow(code, gradient);
    code.endControlFlow();
    code.addStatement("return $N", rows);
    columns.ifPresent(c -> code.endControlFlow());
    return code.endControlFlow().build();
  }

  static CodeBlock sum(List<CodeBlock> counts) {
    return counts.isEmpty() ? CodeBlock.of("0") : CodeBlock.join(counts, " + ");
  }

  private final List<String> arraySeeds = new ArrayList<>();

  /** A seed for each leaf of the result: zeros that can be set, or an expression. */
  private List<CodeBlock> declareSeeds(CodeBlock.Builder code, List<CodeBlock> counts) {
    List<CodeBlock> seeds = new ArrayList<>();
    CodeBlock value = CodeBlock.of("$N.value()", pullback);
    members
        .results()
        .takeApart(
            signature.resultForm().orElseThrow(),
            value,
            (leaf, leafCode) -> {
              if (!leaf.isDifferentiable()) {
                seeds.add(leafCode);
              } else if (leaf instanceof ArrayType) {
                String seed = names.fresh("seed");
                code.addStatement(
                    "$T $N = $T.zerosLike($L)",
                    JavaTypes.of(leaf),
                    seed,
                    JavaTypes.SHADOWS,
                    leafCode);
                seeds.add(CodeBlock.of("$N", seed));
                arraySeeds.add(seed);
                counts.add(CodeBlock.of("$T.count($N)", JavaTypes.LEAVES, seed));
              } else {
                String suffix = leaf.toString().equals("float") ? "f" : ".0";
                seeds.add(CodeBlock.of("$N == $L ? 1$L : 0$L", row, sum(counts), suffix, suffix));
                arraySeeds.add(null);
                counts.add(CodeBlock.of("1"));
              }
            });
    return seeds;
  }

  private void setSeeds(CodeBlock.Builder code, List<CodeBlock> counts, String value) {
    for (int i = 0; i < arraySeeds.size(); i++) {
      if (arraySeeds.get(i) != null) {
        CodeBlock leaf = place(i, counts);
        code.addStatement("$T.set($N, $L, $L)", JavaTypes.LEAVES, arraySeeds.get(i), leaf, value);
      }
    }
  }

  /** Which number of the n-th leaf the row is that of; those of objects follow one another. */
  private CodeBlock place(int index, List<CodeBlock> counts) {
    int each = counts.size();
    if (signature.resultForm().orElseThrow() instanceof Form.Row && each > 1) {
      return CodeBlock.of("$N % $L == $L ? $N / $L : -1", row, each, index, row, each);
    }
    CodeBlock before = sum(counts.subList(0, index));
    return index == 0 ? CodeBlock.of("$N", row) : CodeBlock.of("$N - ($L)", row, before);
  }

  private void fillRow(CodeBlock.Builder code, String gradient) {
    LeafOrder order = new LeafOrder(members, names, p -> component(gradient, p));
    CodeBlock size = order.count(code);
    code.addStatement("$N[$N] = new $T[$L]", rows, row, double.class, size);
    order.fill(code, CodeBlock.of("$N[$N]", rows, row));
  }

  private static CodeBlock component(String gradient, Parameter parameter) {
    return CodeBlock.of("$N.$N()", gradient, Names.component(parameter.name()));
  }
}
