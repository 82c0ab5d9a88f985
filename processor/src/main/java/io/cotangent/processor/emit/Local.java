package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.model.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * A leaf of a parameter, and what stands for it in generated members.
 *
 * @param access the expression that reads it, or the array of whose elements it is a part, from the
 *     parameter
 * @param tests what must hold for the parameter to have it
 * @param isIdentity whether it is null where the object it belongs to is not there
 * @param column what it is of each element of an array; empty if it is no such thing
 * @param dualPath what leads to it from a tangent or an adjoint of the parameter
 * @param isInDual whether tangents and adjoints of the parameter have it
 * @param name the variable with its value
 * @param bar the variable with its buffer
 * @param dot the variable with its tangent
 */
record Local(
    Parameter parameter,
    Leaf leaf,
    CodeBlock access,
    List<CodeBlock> tests,
    boolean isIdentity,
    Optional<Column> column,
    DualPath dualPath,
    boolean isInDual,
    String name,
    String bar,
    String dot) {
  /**
   * A leaf of each element of an array.
   *
   * @param index of the leaf among those of an element
   */
  record Column(Rows rows, Form.Row row, int index) {}

  @Override
  public CodeBlock access() {
    CodeBlock read = read();
    return tests.isEmpty() || !leaf.form().instead().isEmpty()
        ? read
        : CodeBlock.of("$L ? $L : $L", CodeBlock.join(tests, " && "), read, zero());
  }

  private CodeBlock read() {
    return column.map(c -> c.rows().column(c.row(), c.index(), access)).orElse(access);
  }

  private String zero() {
    return Form.nothing(held());
  }

  /** How many numbers it has, if it has as many as its array, or is one. */
  CodeBlock count() {
    CodeBlock own =
        isArray() ? CodeBlock.of("$T.count($N)", JavaTypes.LEAVES, name) : CodeBlock.of("1");
    return tests.isEmpty()
        ? own
        : CodeBlock.of("($L ? $L : 0)", CodeBlock.join(tests, " && "), own);
  }

  /** What reads it from a tangent or an adjoint of the parameter; {@code zeros} for null. */
  CodeBlock dual(CodeBlock whole, String what, CodeBlock zeros) {
    if (column.isEmpty()) {
      return dualPath.from(whole, zero());
    }
    Column c = column.get();
    CodeBlock name = CodeBlock.of("$S", what);
    CodeBlock read = c.rows().dualColumn(c.row(), c.index(), name, dualPath.from(whole), zeros);
    return dualPath
        .fits(whole)
        .map(test -> CodeBlock.of("($L ? $L : $L)", test, read, zeros))
        .orElse(read);
  }

  /** What reads it from the seed of the parameter. */
  CodeBlock seed(String whole) {
    return dualPath.from(CodeBlock.of("$N", whole), zero());
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  Type type() {
    return leaf.type();
  }

  boolean isDifferentiated() {
    return leaf.differentiated();
  }

  boolean isArray() {
    return leaf.type() instanceof ArrayType;
  }

  /** How many arrays of length one are around what the user sees. */
  int cells() {
    return leaf.form().cells();
  }

  /** The type of what the user sees. */
  Type held() {
    return leaf.form().held();
  }

  /** Whether what the user sees is an array. */
  boolean holdsArray() {
    return held() instanceof ArrayType;
  }

  /** What an array around it holds: what the user sees. */
  CodeBlock inside(String variable) {
    CodeBlock held = CodeBlock.of("$N$L", variable, "[0]".repeat(cells()));
    if (!isIdentity || !holdsArray()) {
      return held;
    }
    String outer = "[0]".repeat(cells() - 1);
    return CodeBlock.of("($N$L == null ? null : $L)", variable, outer, held);
  }

  /** The array literal that holds a value as the leaf does. */
  CodeBlock around(CodeBlock value) {
    return CodeBlock.of("$L$L$L", "{".repeat(cells()), value, "}".repeat(cells()));
  }

  /** What its variable begins with. */
  CodeBlock initial() {
    return isIdentity ? ifThere(read()) : around(access());
  }

  /** The same for a variable of its shape that holds something else. */
  CodeBlock holding(CodeBlock value) {
    return isIdentity ? ifThere(value) : around(value);
  }

  private CodeBlock ifThere(CodeBlock content) {
    int outer = cells() - 1;
    CodeBlock own = CodeBlock.of("new $T {$L}", JavaTypes.of(Type.array(held(), 1)), content);
    CodeBlock value = CodeBlock.of("$L ? $L : null", CodeBlock.join(tests, " && "), own);
    return CodeBlock.of("$L$L$L", "{".repeat(outer), value, "}".repeat(outer));
  }

  /** Whether the parameter consists of this alone. */
  boolean isWhole() {
    return dualPath.isEmpty() && column.isEmpty();
  }

  /** What its buffer holds. */
  CodeBlock found() {
    return isArray() ? inside(bar) : CodeBlock.of("$N[0]", bar);
  }
}
