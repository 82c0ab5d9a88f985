package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Form;
import java.util.Iterator;
import java.util.List;

/** Between leaves and the values users see. */
final class ResultExprs {
  private ResultExprs() {}

  /** The value made of the next leaves. */
  static CodeBlock assemble(Form form, Iterator<CodeBlock> leaves) {
    return form instanceof Form.Whole whole
        ? create(JavaTypes.of(form), whole, false, leaves)
        : leaves.next();
  }

  /** The tangent, adjoint or seed made of the next leaves, one for each leaf of the value. */
  static CodeBlock assembleDual(Form form, Iterator<CodeBlock> leaves) {
    return form instanceof Form.Whole whole
        ? create(JavaTypes.dual(form), whole, true, leaves)
        : leaves.next();
  }

  private static CodeBlock create(
      TypeName type, Form.Whole whole, boolean isDual, Iterator<CodeBlock> leaves) {
    List<Form.Part> kept = isDual ? whole.dualParts() : whole.ownParts();
    CodeBlock.Builder code = CodeBlock.builder().add("new $T(", type);
    String separator = "";
    for (Form.Part part : whole.parts()) {
      CodeBlock value = isDual ? assembleDual(part.form(), leaves) : assemble(part.form(), leaves);
      if (kept.contains(part)) {
        code.add("$L$L", separator, value);
        separator = ", ";
      }
    }
    return code.add(")").build();
  }

  /** Calls the action with each leaf of a value. */
  static void takeApart(Form form, CodeBlock value, LeafAction action) {
    if (form instanceof Form.Whole whole) {
      for (Form.Part part : whole.parts()) {
        takeApart(part.form(), CodeBlock.of("$L.$L", value, part.reader()), action);
      }
    } else {
      action.accept(form.type(), value);
    }
  }

  /** Calls the action with each leaf of a tangent, an adjoint or a seed that has derivatives. */
  static void takeDualApart(Form form, CodeBlock dual, LeafAction action) {
    if (form instanceof Form.Whole whole) {
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
