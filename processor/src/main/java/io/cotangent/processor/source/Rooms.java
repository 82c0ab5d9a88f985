package io.cotangent.processor.source;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.type.TypeMirror;

/**
 * What is kept in memory beside what declared types say: functions, and objects of classes that are
 * not known. It is found out while a unit is lowered, which then is lowered again.
 */
final class Rooms {
  /** Thrown where a room has to hold more than was known. */
  static final class Widened extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Widened() {
      super(null, null, false, false);
    }
  }

  /** Deeper nesting than this is taken for endless. */
  private static final int MOST_NESTED = 20;

  private final Joining joining = new Joining();
  private final Map<Room, SortedMap<Integer, Operand>> seen = new HashMap<>();
  private final Map<Room, TypeMirror> declared = new HashMap<>();
  private final Set<ObjectClass> linked = new LinkedHashSet<>();

  Joining joining() {
    return joining;
  }

  /** What was put into the room that its type does not know; its values mean nothing. */
  Collection<Operand> seen(Room room) {
    return List.copyOf(seen.getOrDefault(room, new TreeMap<>()).values());
  }

  /** The classes whose objects hold one another without bound. */
  Set<ObjectClass> linked() {
    return Collections.unmodifiableSet(linked);
  }

  /** From the next attempt on objects of the class are in an arena. */
  void link(ObjectClass of) {
    if (linked.add(of)) {
      throw new Widened();
    }
  }

  /** Says how the type of a room is declared. */
  void declare(Room room, TypeMirror type) {
    declared.putIfAbsent(room, type);
  }

  /** How the type of the room is declared. */
  TypeMirror declared(Room room) {
    return declared.get(room);
  }

  /** Whether what is in the operand is too deep to be kept. */
  static boolean isTooDeep(Operand operand) {
    return Joining.depth(operand) > MOST_NESTED;
  }

  /** Lets the room hold the operand as well; false if it could before. */
  boolean add(Room room, Operand operand) {
    SortedMap<Integer, Operand> all = seen.computeIfAbsent(room, r -> new TreeMap<>());
    int tag = joining.tag(operand);
    Operand known = all.get(tag);
    Operand wide = known == null ? operand : joining.join(known, operand);
    all.put(tag, wide);
    return known == null || !wide.key().equals(known.key());
  }
}
