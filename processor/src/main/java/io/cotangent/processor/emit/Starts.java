package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the numbers of each differentiated leaf begin among all: sums of how many those before it
 * have. Long sums get variables, so that they do not grow with every leaf.
 */
final class Starts {
  private static final int LONGEST = 3;

  private final List<CodeBlock> starts = new ArrayList<>();

  /** Declares what variables it needs. */
  Starts(Members members, NameTable names, CodeBlock.Builder code) {
    List<CodeBlock> terms = new ArrayList<>();
    starts.add(CodeBlock.of("0"));
    for (Local local : members.differentiated()) {
      if (terms.size() == LONGEST) {
        String start = names.fresh("start");
        code.addStatement("int $N = $L", start, JacobianMethod.sum(terms));
        terms = new ArrayList<>(List.of(CodeBlock.of("$N", start)));
        starts.set(starts.size() - 1, terms.get(0));
      }
      terms.add(local.count());
      starts.add(JacobianMethod.sum(terms));
    }
  }

  /** The number of the first number of the n-th leaf. */
  CodeBlock of(int index) {
    return starts.get(index);
  }

  /** How many numbers there are. */
  CodeBlock end() {
    return starts.get(starts.size() - 1);
  }

  /** The place in the n-th leaf of what has a number among all. */
  CodeBlock within(int index, String number) {
    CodeBlock start = starts.get(index);
    return index == 0
        ? CodeBlock.of("$L", number)
        : CodeBlock.of(start.toString().contains(" ") ? "$L - ($L)" : "$L - $L", number, start);
  }
}
