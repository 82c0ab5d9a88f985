package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.model.Form;
import java.util.ArrayList;
import java.util.List;

/** What functions are given for the seed of the result. */
final class Seeds {
  private Seeds() {}

  /** The expressions for the leaves; those of arrays of objects are taken apart into variables. */
  static List<CodeBlock> of(
      Members members, CodeBlock seed, NameTable names, CodeBlock.Builder code) {
    List<CodeBlock> leaves = new ArrayList<>();
    members
        .signature()
        .resultForm()
        .ifPresent(
            form ->
                members
                    .results()
                    .takeDualApart(
                        form,
                        seed,
                        (type, leaf) -> {
                          if (!(form instanceof Form.Row)) {
                            leaves.add(leaf);
                            return;
                          }
                          String name = names.fresh("seedColumn");
                          code.addStatement("$T $N = $L", JavaTypes.of(type), name, leaf);
                          leaves.add(CodeBlock.of("$N", name));
                        }));
    return leaves;
  }
}
