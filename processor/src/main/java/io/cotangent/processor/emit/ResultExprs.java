package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import java.util.Iterator;
import java.util.List;

/** Between leaves and the values users see. */
final class ResultExprs {
  private final Rows rows;

  ResultExprs(Rows rows) {
    this.rows = rows;
  }

  /** The value made of the next leaves. */
  CodeBlock assemble(Form form, Iterator<CodeBlock> leaves) {
    return assemble(form, false, leaves);
  }

  /** The tangent, adjoint or seed made of the next leaves, one for each leaf of the value. */
  CodeBlock assembleDual(Form form, Iterator<CodeBlock> leaves) {
    return assemble(form, true, leaves);
  }

  private CodeBlock assemble(Form form, boolean isDual, Iterator<CodeBlock> leaves) {
    if (form instanceof Form.Row row) {
      return rows.create(row, isDual, leaves);
    }
    if (form instanceof Form.Made made) {
      return isDual ? create(made.whole(), true, leaves) : rows.make(made, leaves);
    }
    if (form instanceof Form.Choice choice) {
      return choose(choice, isDual, leaves);
    }
    return form instanceof Form.Whole whole ? create(whole, isDual, leaves) : leaves.next();
  }

  /** A part, null where its number says so; tangents and adjoints are always there. */
  private CodeBlock part(Form form, boolean isDual, Iterator<CodeBlock> leaves) {
    boolean canMiss =
        !isDual && form instanceof Form.Whole whole && !whole.isClass() && whole.hasKind();
    if (!canMiss) {
      return assemble(form, isDual, leaves);
    }
    List<CodeBlock> own = Leaf.of(form).stream().map(leaf -> leaves.next()).toList();
    CodeBlock value = assemble(form, false, own.iterator());
    String present = ((Form.Single) ((Form.Whole) form).parts().get(0).form()).instead();
    return CodeBlock.of("$L == $L ? $L : null", own.get(0), present, value);
  }

  private CodeBlock choose(Form.Choice choice, boolean isDual, Iterator<CodeBlock> leaves) {
    CodeBlock number = leaves.next();
    CodeBlock.Builder code = CodeBlock.builder();
    for (Form.Option option : choice.options()) {
      CodeBlock value = assemble(option.form(), isDual, leaves);
      if (option.isNamed()) {
        code.add("$L == $L ? $L : ", number, option.number(), value);
      }
    }
    return code.add("null").build();
  }

  private CodeBlock create(Form.Whole whole, boolean isDual, Iterator<CodeBlock> leaves) {
    if (whole.javaType().isEmpty()) {
      whole.parts().forEach(part -> assemble(part.form(), isDual, leaves));
      return CodeBlock.of("null");
    }
    List<Form.Part> kept = isDual ? whole.dualParts() : whole.ownParts();
    TypeName type = isDual ? JavaTypes.dual(whole) : JavaTypes.of(whole);
    CodeBlock.Builder code =
        CodeBlock.builder().add(type.isBoxedPrimitive() ? "$T.valueOf(" : "new $T(", type);
    String separator = "";
    for (Form.Part part : whole.parts()) {
      CodeBlock value = part(part.form(), isDual, leaves);
      if (kept.contains(part)) {
        code.add("$L$L", separator, value);
        separator = ", ";
      }
    }
    return code.add(")").build();
  }

  /** Calls the action with each leaf of a value, of an array of objects with columns as long. */
  void takeApart(Form form, CodeBlock value, LeafAction action) {
    if (form instanceof Form.Made made) {
      takeApart(made.whole(), value, action);
    } else if (form instanceof Form.Row row) {
      List<Leaf> leaves = Rows.leaves(row);
      for (int i = 0; i < leaves.size(); i++) {
        action.accept(leaves.get(i).type(), blankColumn(leaves.get(i), value));
      }
    } else if (form instanceof Form.Whole whole) {
      for (Form.Part part : whole.parts()) {
        takeApart(part.form(), CodeBlock.of("$L.$L", value, part.reader()), action);
      }
    } else {
      action.accept(form.type(), value);
    }
  }

  private static CodeBlock blankColumn(Leaf leaf, CodeBlock value) {
    return leaf.isKind()
        ? CodeBlock.of("null")
        : Arrays.create(JavaTypes.of(leaf.type()), CodeBlock.of("$L.length", value));
  }

  /** Calls the action with each leaf of a tangent, an adjoint or a seed that has derivatives. */
  void takeDualApart(Form form, CodeBlock dual, LeafAction action) {
    if (form instanceof Form.Made made) {
      takeDualApart(made.whole(), dual, action);
    } else if (form instanceof Form.Row row) {
      List<Leaf> leaves = Rows.leaves(row);
      for (int i = 0; i < leaves.size(); i++) {
        if (leaves.get(i).differentiated()) {
          TypeName type = JavaTypes.of(leaves.get(i).type());
          CodeBlock zeros = Arrays.create(type, CodeBlock.of("$L.length", dual));
          CodeBlock name = CodeBlock.of("$S", "seed");
          action.accept(leaves.get(i).type(), rows.dualColumn(row, i, name, dual, zeros));
        }
      }
    } else if (form instanceof Form.Whole whole) {
      for (Form.Part part : whole.dualParts()) {
        takeDualApart(part.form(), CodeBlock.of("$L.$N()", dual, part.name()), action);
      }
    } else if (form.isDifferentiable()) {
      action.accept(form.type(), dual);
    }
  }

  /** What is done with a leaf. */
  interface LeafAction {
    void accept(Type type, CodeBlock leaf);
  }
}
