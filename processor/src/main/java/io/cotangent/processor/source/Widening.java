package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes rooms wider for what is put there. The unit is lowered again then, so nothing here comes
 * back unless the rooms were as wide before: then the operand cannot be held.
 */
final class Widening {
  private final Scope scope;
  private final Tree tree;

  Widening(Scope scope, Tree tree) {
    this.scope = scope;
    this.tree = tree;
  }

  /** Puts an operand into the elements of an array, or into a cell, that cannot hold it. */
  void widen(Columns array, Operand content) {
    Room room = array.room().orElseGet(() -> Room.elements(ColumnAccess.elementType(array)));
    boolean wider = widen(array.element(), content, one -> put(room, one));
    if (array.room().isEmpty()) {
      wider |= putAll(room, array.element());
    }
    again(wider);
  }

  /** Puts an operand into an array of references. */
  void widen(ArrayType array, Operand content) {
    again(putAll(Room.elements(array.element()), content));
  }

  /** Lets what is in the room be taken apart, even if nothing is known to be put there. */
  void open(Room room) {
    again(
        scope.rooms().seen(room).isEmpty()
            && scope.rooms().add(room, new Operand.Null(room.type())));
  }

  private static void again(boolean wider) {
    if (wider) {
      throw new Rooms.Widened();
    }
  }

  private boolean putAll(Room room, Operand content) {
    boolean wider = false;
    for (Operand one : Joining.alternatives(content)) {
      boolean isNothing = one instanceof Operand.Null || one instanceof Operand.Unset;
      wider |= !isNothing && put(room, one);
    }
    return wider;
  }

  private boolean put(Room room, Operand one) {
    if (Rooms.isTooDeep(one)) {
      scope.report(tree, Problem.ENDLESS_NESTING);
      throw new Rejected();
    }
    // An array is as wide as others of its type before it is something of its own.
    boolean wider =
        one instanceof Columns columns
            && room.type() instanceof ArrayType array
            && putAll(Room.elements(array.element()), columns.element());
    return wider || scope.rooms().add(room, one);
  }

  /** Widens what is declared where it is too narrow; the rest is put as a whole. */
  private boolean widen(Operand like, Operand content, Predicate<Operand> whole) {
    boolean wider = false;
    for (Operand one : Joining.alternatives(content)) {
      if (!fits(like, one)) {
        Optional<Operand> same = alternative(like, one);
        wider |= same.isPresent() ? widenSame(same.get(), one, whole) : whole.test(one);
      }
    }
    return wider;
  }

  private boolean fits(Operand like, Operand content) {
    return scope.joining().join(like, content).key().equals(like.key());
  }

  private static Optional<Operand> alternative(Operand like, Operand one) {
    return Joining.alternatives(like).stream().filter(a -> a.kind().equals(one.kind())).findFirst();
  }

  private boolean widenSame(Operand like, Operand one, Predicate<Operand> whole) {
    if (like instanceof Instance wide && one instanceof Instance narrow) {
      return widenSlots(wide, narrow);
    }
    Declared declared = new Declared(scope);
    if (like instanceof Operand.Tuple wide && one instanceof Operand.Tuple narrow) {
      List<Room> rooms = declared.rooms(wide);
      return rooms.isEmpty()
          ? whole.test(one)
          : widenAll(wide.components(), narrow.components(), rooms);
    }
    if (like instanceof Operand.Closure wide && one instanceof Operand.Closure narrow) {
      return widenCaptured(wide, narrow, whole);
    }
    return whole.test(one);
  }

  private boolean widenSlots(Instance wide, Instance narrow) {
    boolean wider = false;
    for (int i = 0; i < wide.parts().size(); i++) {
      ObjectClass.Slot slot = wide.of().slots().get(i);
      if (slot.kind() == ObjectClass.Kind.FIXED) {
        Room room = new Room(slot.key(), scope.type(slot.type(), tree));
        wider |= widen(wide.parts().get(i), narrow.parts().get(i), one -> put(room, one));
      }
    }
    return wider;
  }

  private boolean widenAll(List<Operand> wide, List<Operand> narrow, List<Room> rooms) {
    boolean wider = false;
    for (int i = 0; i < wide.size(); i++) {
      Room room = rooms.get(i);
      wider |= widen(wide.get(i), narrow.get(i), one -> put(room, one));
    }
    return wider;
  }

  /** What a function holds is in no room of its own, but may hold objects that have some. */
  private boolean widenCaptured(
      Operand.Closure wide, Operand.Closure narrow, Predicate<Operand> whole) {
    boolean wider = false;
    for (int i = 0; i < wide.captured().size(); i++) {
      wider |= widen(wide.captured().get(i), narrow.captured().get(i), one -> whole.test(narrow));
    }
    return wider;
  }
}
