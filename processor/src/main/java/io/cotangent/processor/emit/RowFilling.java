package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import java.util.ArrayList;
import java.util.List;

/** The methods that put the elements of an array of objects together. */
final class RowFilling {
  private final Rows rows;

  RowFilling(Rows rows) {
    this.rows = rows;
  }

  /** Which leaves of an array its elements, or their duals, are made of. */
  static List<Boolean> needed(Form.Row row, boolean isDual) {
    List<Boolean> needed = new ArrayList<>();
    addNeeded(row.element(), isDual, true, needed);
    needed.set(presence(row), true);
    return needed;
  }

  private static void addNeeded(Form form, boolean isDual, boolean isKept, List<Boolean> needed) {
    if (form instanceof Form.Whole whole) {
      List<Form.Part> parts = isDual ? whole.dualParts() : whole.ownParts();
      for (Form.Part part : whole.parts()) {
        boolean isPart = parts.contains(part) || !isDual && part.isKind();
        addNeeded(part.form(), isDual, isKept && isPart, needed);
      }
    } else if (form instanceof Form.Choice choice) {
      needed.add(isKept);
      for (Form.Option option : choice.options()) {
        addNeeded(option.form(), isDual, isKept && option.isNamed(), needed);
      }
    } else if (form instanceof Form.Row row) {
      needed(row, isDual).forEach(is -> needed.add(isKept && is));
    } else {
      needed.add(isKept);
    }
  }

  /** A leaf that every dual has. */
  static int first(Form.Row row, List<Leaf> leaves) {
    int first = 0;
    while (!(row.element() instanceof Form.Choice) && !leaves.get(first).differentiated()) {
      first++;
    }
    return first;
  }

  /** The method that puts elements, or their duals, into an array. */
  void write(MethodSpec.Builder method, CodeBlock.Builder code, Form.Row row, boolean isDual) {
    TypeName type = isDual ? JavaTypes.dual(row) : JavaTypes.of(row);
    method.addJavadoc("Puts the elements together.\n").addParameter(type, Rows.ALL).returns(type);
    NameTable own = new NameTable();
    own.claim(Rows.ALL);
    own.claim(Rows.INDEX);
    List<String> columns = new ArrayList<>();
    List<CodeBlock> parts = new ArrayList<>();
    List<Leaf> leaves = Rows.leaves(row);
    List<Boolean> needed = needed(row, isDual);
    for (int i = 0; i < leaves.size(); i++) {
      String column = own.fresh(Locals.suffixed("", leaves.get(i).path()));
      if (needed.get(i)) {
        method.addParameter(JavaTypes.of(leaves.get(i).type()), column);
      }
      columns.add(column);
      parts.add(part(leaves.get(i), column, isDual));
    }
    CodeBlock element = element(row, isDual, parts);
    if (!(row.element() instanceof Form.Choice)) {
      String number = columns.get(first(row, leaves));
      CodeBlock isThere = isThere(row, columns.get(presence(row)), number);
      element = CodeBlock.of("$L ? $L : null", isThere, element);
    }
    Rows.each(code, List.of(), Rows.statement("$L = $L", Rows.ELEMENT, element));
    code.addStatement("return $L", Rows.ALL);
  }

  /** Kinds can be missing where duals are put together, also those of arrays in elements. */
  private static CodeBlock part(Leaf leaf, String column, boolean isDual) {
    boolean canMiss = isDual && leaf.isKind() && leaf.type() instanceof ArrayType a && a.rank() > 1;
    return canMiss
        ? CodeBlock.of("$N == null ? null : $N[$L]", column, column, Rows.INDEX)
        : CodeBlock.of("$N[$L]", column, Rows.INDEX);
  }

  /** The leaf that says whether an element is null. */
  static int presence(Form.Row row) {
    if (row.element() instanceof Form.Whole whole && whole.isClass()) {
      int first = 0;
      for (Form.Part part : whole.parts().subList(0, whole.identity())) {
        first += Leaf.of(part.form()).size();
      }
      // A field with a record begins with its kind, which is not at hand where it was replaced.
      boolean isRecord = Leaf.of(whole.parts().get(whole.identity()).form()).size() > 1;
      return isRecord && Rows.leaves(row).get(first).isKind() ? first + 1 : first;
    }
    return 0;
  }

  private static CodeBlock isThere(Form.Row row, String presence, String number) {
    if (row.element() instanceof Form.Row) {
      return CodeBlock.of("$N[$L] != null", number, Rows.INDEX);
    }
    Form.Whole whole = (Form.Whole) row.element();
    return whole.isClass()
        ? CodeBlock.of("$N[$L] != null", presence, Rows.INDEX)
        : CodeBlock.of(
            "$N == null || $N[$L] == $L",
            presence,
            presence,
            Rows.INDEX,
            ((Form.Single) whole.parts().get(0).form()).instead());
  }

  private CodeBlock element(Form.Row row, boolean isDual, List<CodeBlock> parts) {
    if (row.element() instanceof Form.Row inner) {
      TypeName type = isDual ? JavaTypes.dual(inner) : JavaTypes.of(inner);
      CodeBlock length = CodeBlock.of("$L.length", parts.get(first(inner, Rows.leaves(inner))));
      return rows.fill(
          inner,
          isDual,
          CodeBlock.of(
              "$L == null ? $L : $L", Rows.ELEMENT, Arrays.create(type, length), Rows.ELEMENT),
          parts);
    }
    List<CodeBlock> held = new ArrayList<>();
    List<Leaf> leaves = Leaf.of(row.element());
    for (int i = 0; i < parts.size(); i++) {
      held.add(CodeBlock.of("$L$L", parts.get(i), "[0]".repeat(leaves.get(i).form().cells())));
    }
    return isDual
        ? new ResultExprs(rows).assembleDual(row.element(), held.iterator())
        : new ResultExprs(rows).assemble(row.element(), held.iterator());
  }
}
