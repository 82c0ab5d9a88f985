package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import java.util.Iterator;

/** Between leaves and the values users see. */
final class ResultExprs {
  private ResultExprs() {}

  /** The value of a type made of the next leaves. */
  static CodeBlock assemble(Type type, Iterator<CodeBlock> leaves) {
    if (!(type instanceof RecordType record)) {
      return leaves.next();
    }
    CodeBlock.Builder code = CodeBlock.builder().add("new $T(", JavaTypes.of(type));
    String separator = "";
    for (RecordType.Component component : record.components()) {
      code.add("$L$L", separator, assemble(component.type(), leaves));
      separator = ", ";
    }
    return code.add(")").build();
  }

  /** Calls the action with each leaf of a value of a type. */
  static void takeApart(Type type, CodeBlock value, LeafAction action) {
    if (type instanceof RecordType record) {
      for (RecordType.Component component : record.components()) {
        takeApart(component.type(), CodeBlock.of("$L.$N()", value, component.name()), action);
      }
    } else {
      action.accept(type, value);
    }
  }

  /** What is done with a leaf. */
  interface LeafAction {
    void accept(Type type, CodeBlock leaf);
  }
}
