package io.cotangent.processor.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Finds objects that lie within objects of their own class. */
final class Nesting {
  private final Program program;
  private final Deque<ObjectClass> around = new ArrayDeque<>();

  Nesting(Program program) {
    this.program = program;
  }

  /** A class one object of which holds another in the operand. */
  Optional<ObjectClass> in(Operand operand) {
    Optional<ObjectClass> own = classOf(operand);
    if (own.filter(around::contains).isPresent()) {
      return own;
    }
    own.ifPresent(around::push);
    Optional<ObjectClass> found =
        parts(operand).stream().flatMap(part -> in(part).stream()).findFirst();
    own.ifPresent(of -> around.pop());
    return found;
  }

  private Optional<ObjectClass> classOf(Operand operand) {
    if (operand instanceof Operand.Tuple tuple) {
      TypeElement element = program.types().element(tuple.type());
      return Optional.ofNullable(element)
          .filter(e -> e.getTypeParameters().isEmpty() && program.classes().source(e).isPresent())
          .map(e -> program.classes().of((DeclaredType) e.asType()));
    }
    return operand instanceof Instance instance ? Optional.of(instance.of()) : Optional.empty();
  }

  /** What an operand is made of. */
  static List<Operand> parts(Operand operand) {
    if (operand instanceof Operand.Tuple tuple) {
      return tuple.components();
    }
    if (operand instanceof Operand.Closure closure) {
      return closure.captured();
    }
    if (operand instanceof Instance instance) {
      return instance.parts();
    }
    if (operand instanceof Columns array) {
      return List.of(array.element());
    }
    return operand instanceof Operand.Union union
        ? List.copyOf(union.alternatives().values())
        : List.of();
  }
}
