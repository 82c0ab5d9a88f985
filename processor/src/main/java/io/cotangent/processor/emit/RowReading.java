package io.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import java.util.ArrayList;
import java.util.List;

/** The methods that take a part of each element of an array of objects. */
final class RowReading {
  private final Rows rows;

  RowReading(Rows rows) {
    this.rows = rows;
  }

  /** The method for a leaf of all elements. */
  void take(MethodSpec.Builder method, CodeBlock.Builder code, Form.Row row, int index) {
    TypeName type = JavaTypes.of(Rows.leaves(row).get(index).type());
    method.addJavadoc("One part of each element.\n");
    method.addParameter(JavaTypes.of(row), Rows.ALL).returns(type);
    CodeBlock length = CodeBlock.of("$L.length", Rows.ALL);
    code.addStatement("$T $L = $L", type, Rows.COLUMN, Arrays.create(type, length));
    List<CodeBlock> tests = new ArrayList<>();
    if (!(row.element() instanceof Form.Choice)) {
      tests.add(CodeBlock.of("$L != null", Rows.ELEMENT));
    }
    Type leaf = ((ArrayType) Rows.leaves(row).get(index).type()).element();
    CodeBlock value = read(row.element(), index, Rows.ELEMENT, new Inside(tests, leaf, 0));
    if (!value.isEmpty()) {
      CodeBlock target = CodeBlock.of("$L[$L]", Rows.COLUMN, Rows.INDEX);
      Rows.each(code, tests, Rows.statement("$L = $L", target, value));
    }
    code.addStatement("return $L", Rows.COLUMN);
  }

  /**
   * What is around an expression.
   *
   * @param tests what must hold for an element to have the leaf: more can be added
   * @param leaf the type of the leaf
   * @param cells how many of its arrays of length one are written already
   */
  private record Inside(List<CodeBlock> tests, Type leaf, int cells) {
    /** The type of the expression. */
    Type type() {
      Type type = leaf;
      for (int i = 0; i < cells; i++) {
        type = ((ArrayType) type).element();
      }
      return type;
    }

    /** The value with the cells around it that are not written yet. */
    CodeBlock around(CodeBlock value, int all) {
      int missing = all - cells;
      return missing == 0
          ? value
          : CodeBlock.of(
              "new $T $L$L$L",
              JavaTypes.of(type()),
              "{".repeat(missing),
              value,
              "}".repeat(missing));
    }
  }

  /** The expression for a leaf of a value; empty if no value has it. */
  private CodeBlock read(Form form, int index, CodeBlock access, Inside inside) {
    if (form instanceof Form.Choice choice) {
      return index == 0
          ? inside.around(rows.number(choice, access), choice.cells())
          : choose(choice, index, access, inside);
    }
    if (form instanceof Form.Whole whole) {
      int before = 0;
      for (Form.Part part : whole.parts()) {
        int count = Leaf.of(part.form()).size();
        if (index < before + count) {
          return read(part.form(), index - before, Locals.read(access, part), inside);
        }
        before += count;
      }
    }
    return form instanceof Form.Row row
        ? inside.around(rows.column(row, index, access), row.cells())
        : inside.around(access, ((Form.Single) form).cells());
  }

  private CodeBlock choose(Form.Choice choice, int index, CodeBlock access, Inside inside) {
    int before = 1;
    for (Form.Option option : choice.options()) {
      int count = Leaf.of(option.form()).size();
      if (index < before + count) {
        return option(choice, option, index - before, access, inside);
      }
      before += count;
    }
    throw new IllegalArgumentException("leaf " + index + " of " + choice);
  }

  /** Cells around the choice are there whatever the object is. */
  private CodeBlock option(
      Form.Choice choice, Form.Option option, int index, CodeBlock access, Inside inside) {
    Inside deeper = new Inside(new ArrayList<>(), inside.leaf(), choice.cells());
    CodeBlock nothing = CodeBlock.of("$L", Form.nothing(deeper.type()));
    if (!option.isNamed()) {
      return choice.cells() == 0 ? CodeBlock.of("") : inside.around(nothing, choice.cells());
    }
    CodeBlock is = rows.is(choice, option, access);
    CodeBlock one = CodeBlock.of("(($T) $L)", JavaTypes.of(option.form()), access);
    if (choice.cells() == 0) {
      inside.tests().add(is);
      return read(option.form(), index, one, inside);
    }
    CodeBlock value = read(option.form(), index, one, deeper);
    CodeBlock either = value.isEmpty() ? nothing : CodeBlock.of("$L ? $L : $L", is, value, nothing);
    return inside.around(either, choice.cells());
  }

  /** The method for a leaf of all elements of a tangent or adjoint. */
  void takeDual(MethodSpec.Builder method, CodeBlock.Builder code, Form.Row row, int index) {
    TypeName type = JavaTypes.of(Rows.leaves(row).get(index).type());
    method.addJavadoc("One part of each element; that of those that are null is kept.\n");
    method.addParameter(String.class, "name");
    method.addParameter(JavaTypes.dual(row), Rows.ALL).addParameter(type, Rows.COLUMN);
    method.returns(type);
    code.addStatement("$T.requireLength(name, $L, $L)", JavaTypes.SHAPES, Rows.COLUMN, Rows.ALL);
    CodeBlock target = CodeBlock.of("$L[$L]", Rows.COLUMN, Rows.INDEX);
    List<CodeBlock> tests = new ArrayList<>();
    if (!(row.element() instanceof Form.Choice)) {
      tests.add(CodeBlock.of("$L != null", Rows.ELEMENT));
    }
    CodeBlock assignment = takeDual(row.element(), index, Rows.ELEMENT, target, tests);
    if (type instanceof ArrayTypeName a && a.componentType() instanceof ArrayTypeName) {
      tests.add(CodeBlock.of("$L != null", target));
    }
    Rows.each(code, tests, assignment);
    code.addStatement("return $L", Rows.COLUMN);
  }

  private CodeBlock takeDual(
      Form form, int index, CodeBlock dual, CodeBlock target, List<CodeBlock> tests) {
    if (form instanceof Form.Choice choice) {
      int before = 1;
      for (Form.Option option : choice.options()) {
        int count = Leaf.of(option.form()).size();
        if (index < before + count) {
          tests.add(CodeBlock.of("$L instanceof $T", dual, JavaTypes.dual(option.form())));
          CodeBlock one = DualPath.EMPTY.option(option).from(dual);
          return takeDual(option.form(), index - before, one, target, tests);
        }
        before += count;
      }
    }
    if (form instanceof Form.Whole whole) {
      int before = 0;
      for (Form.Part part : whole.parts()) {
        int count = Leaf.of(part.form()).size();
        if (index < before + count) {
          CodeBlock inner = CodeBlock.of("$L.$N()", dual, part.name());
          if (part.form() instanceof Form.Whole) {
            tests.add(CodeBlock.of("$L != null", inner));
          }
          return takeDual(part.form(), index - before, inner, target, tests);
        }
        before += count;
      }
    }
    if (form instanceof Form.Row row) {
      CodeBlock inside = CodeBlock.of("$L$L", target, "[0]".repeat(row.cells()));
      return Rows.statement("$L", rows.dualColumn(row, index, CodeBlock.of("name"), dual, inside));
    }
    String cells = "[0]".repeat(((Form.Single) form).cells());
    return Rows.statement("$L$L = $L", target, cells, dual);
  }
}
