package io.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
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
    CodeBlock value = read(row.element(), index, Rows.ELEMENT, tests);
    if (!value.isEmpty()) {
      CodeBlock target = CodeBlock.of("$L[$L]", Rows.COLUMN, Rows.INDEX);
      Rows.each(code, tests, Rows.statement("$L = $L", target, value));
    }
    code.addStatement("return $L", Rows.COLUMN);
  }

  /**
   * The expression for a leaf of a value; empty if no value has it.
   *
   * @param tests what must hold for the value to have it
   */
  private CodeBlock read(Form form, int index, CodeBlock access, List<CodeBlock> tests) {
    if (form instanceof Form.Choice choice) {
      return choose(choice, index, access, tests);
    }
    if (form instanceof Form.Whole whole) {
      int before = 0;
      for (Form.Part part : whole.parts()) {
        int count = Leaf.of(part.form()).size();
        if (index < before + count) {
          return read(part.form(), index - before, Locals.read(access, part), tests);
        }
        before += count;
      }
    }
    if (form instanceof Form.Row row) {
      return around(
          rows.column(row, index, access), Rows.leaves(row).get(index).type(), row.cells());
    }
    Form.Single single = (Form.Single) form;
    return around(access, single.held(), single.cells());
  }

  private CodeBlock choose(Form.Choice choice, int index, CodeBlock access, List<CodeBlock> tests) {
    if (index == 0) {
      return around(rows.number(choice, access), choice.number().held(), choice.cells());
    }
    int before = 1;
    for (Form.Option option : choice.options()) {
      int count = Leaf.of(option.form()).size();
      if (index < before + count) {
        if (!option.isNamed()) {
          return CodeBlock.of("");
        }
        tests.add(rows.is(choice, option, access));
        CodeBlock one = CodeBlock.of("(($T) $L)", JavaTypes.of(option.form()), access);
        return read(option.form(), index - before, one, tests);
      }
      before += count;
    }
    throw new IllegalArgumentException("leaf " + index + " of " + choice);
  }

  private static CodeBlock around(CodeBlock value, Type type, int cells) {
    if (cells == 0) {
      return value;
    }
    TypeName array = JavaTypes.of(Type.array(type, cells));
    return CodeBlock.of("new $T $L$L$L", array, "{".repeat(cells), value, "}".repeat(cells));
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
