package io.cotangent.processor.emit;

import io.cotangent.processor.analysis.Lending;
import io.cotangent.processor.analysis.Place;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes how a body borrows arrays from its tape and gives them back. */
final class Borrowing {
  private final BodyEmitter body;
  private final Lending lending;
  private final List<String> shelves = new ArrayList<>();
  private final Map<Region, String> marks = new IdentityHashMap<>();

  Borrowing(BodyEmitter body, Lending lending) {
    this.body = body;
    this.lending = lending;
  }

  /** Borrows the shelves, at the beginning of the body; pieces of a function have none. */
  void begin(String function) {
    for (int i = 0; lending.isOf(function) && i < lending.shelves(); i++) {
      String shelf = body.names().fresh("shelf");
      body.pending().statement("$T $N = $L.shelf()", JavaTypes.SHELF, shelf, body.tape());
      shelves.add(shelf);
    }
  }

  /** Remembers, at the beginning of an iteration, what is given back at its end. */
  void begin(Region iteration) {
    if (lending.isScope(iteration)) {
      String mark = body.names().fresh("mark");
      body.pending().statement("int $N = $L.mark()", mark, body.tape());
      marks.put(iteration, mark);
    }
  }

  /** Gives back what was borrowed in an iteration. */
  void end(Region iteration, Pending place) {
    if (lending.isScope(iteration) && !iteration.isTerminated()) {
      place.statement("$L.release($N)", body.tape(), marks.get(iteration));
    }
  }

  boolean isLent(Value array) {
    return lending.isLent(array);
  }

  /** A new array. */
  Expr array(Op.NewArray op, Code dimensions) {
    boolean isSet = lending.isOverwritten(op.value());
    Optional<Place> place = lending.placeOf(op.value());
    if (place.isPresent()) {
      String kind = isSet ? "unset" : "zeros";
      Code at = at(place.get());
      return primary(Code.of("$L.$L($L, $L)", shelf(place.get()), kind, at, dimensions));
    }
    String kind = isSet ? "unset" : ((ArrayType) op.value().type()).innermost() + "s";
    return primary(Code.of("$L.$L($L)", body.tape(), kind, dimensions));
  }

  /** A copy of an array, or zeros of its shape. */
  Code copy(Op.CopyArray op, Code array) {
    String copy = op.kind() == Op.CopyArray.Kind.CLONE ? "copyOf" : "zerosLike";
    return Code.of("$L.$L($L)", body.tape(), copy, array);
  }

  /** Whether an array needs no pushing, because it is found at its place. */
  boolean isLeft(Op.Push op) {
    return lending.isLeft(op);
  }

  /** The array at its place, if it was not pushed. */
  Optional<Expr> taken(Op.Pop op) {
    return lending
        .placeOfTaken(op.value())
        .map(place -> primary(Code.of("$L.at($L)", shelf(place), at(place))));
  }

  private String shelf(Place place) {
    return shelves.get(place.shelf());
  }

  private Code at(Place place) {
    return place
        .index()
        .map(index -> body.use(index).code())
        .orElseGet(() -> Code.of("$L", place.number()));
  }

  private static Expr primary(Code code) {
    return Expr.constant(code, Precedence.PRIMARY);
  }
}
