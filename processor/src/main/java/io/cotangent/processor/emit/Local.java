package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.model.Parameter;
import java.util.Optional;

/**
 * A leaf of a parameter, and what stands for it in generated members.
 *
 * @param access the expression that reads it, or the array of whose elements it is a part, from the
 *     parameter
 * @param column what it is of each element of an array; empty if it is no such thing
 * @param dualAccess what reads it from a tangent or an adjoint of the parameter, with the dots
 * @param isInDual whether tangents and adjoints of the parameter have it
 * @param name the variable with its value
 * @param bar the variable with its buffer
 * @param dot the variable with its tangent
 */
record Local(
    Parameter parameter,
    Leaf leaf,
    CodeBlock access,
    Optional<Column> column,
    String dualAccess,
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
    return column.map(c -> c.rows().column(c.row(), c.index(), access)).orElse(access);
  }

  /** What reads it from a tangent or an adjoint of the parameter; {@code zeros} for null. */
  CodeBlock dual(CodeBlock whole, String what, CodeBlock zeros) {
    CodeBlock read = CodeBlock.of("$L$L", whole, dualAccess);
    return column.map(c -> c.rows().dualColumn(c.row(), c.index(), what, read, zeros)).orElse(read);
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
    return CodeBlock.of("$N$L", variable, "[0]".repeat(cells()));
  }

  /** The array literal that holds a value as the leaf does. */
  CodeBlock around(CodeBlock value) {
    return CodeBlock.of("$L$L$L", "{".repeat(cells()), value, "}".repeat(cells()));
  }

  /** Whether the parameter consists of this alone. */
  boolean isWhole() {
    return dualAccess.isEmpty() && column.isEmpty();
  }

  /** What its buffer holds. */
  CodeBlock found() {
    return isArray() ? inside(bar) : CodeBlock.of("$N[0]", bar);
  }
}
