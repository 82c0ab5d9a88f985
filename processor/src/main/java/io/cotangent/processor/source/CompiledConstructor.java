package io.cotangent.processor.source;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The bytecode of a record's canonical constructor, as far as it says that the components are what
 * was given: each field is assigned once, straight from the parameter of its name, and no parameter
 * and no array is changed. Arrays may only be measured and kept, since code they are handed to
 * could change them.
 */
final class CompiledConstructor {
  /** How long instructions are by their number; 0 for those of several lengths. */
  private static final String LENGTHS =
      "1".repeat(16)
          + "2323322222"
          + "1".repeat(28)
          + "22222"
          + "1".repeat(73)
          + "3"
          + "1".repeat(20)
          + "3".repeat(16)
          + "200"
          + "1".repeat(6)
          + "3".repeat(7)
          + "55323113311043355";

  private static final int ILOAD = 0x15;
  private static final int ALOAD = 0x19;
  private static final int ILOAD_0 = 0x1a;
  private static final int ALOAD_0 = 0x2a;
  private static final int ALOAD_3 = 0x2d;
  private static final int ISTORE = 0x36;
  private static final int ASTORE = 0x3a;
  private static final int ISTORE_0 = 0x3b;
  private static final int ASTORE_3 = 0x4e;
  private static final int IASTORE = 0x4f;
  private static final int SASTORE = 0x56;
  private static final int IINC = 0x84;
  private static final int RETURN = 0xb1;
  private static final int PUTFIELD = 0xb5;
  private static final int INVOKESPECIAL = 0xb7;
  private static final int ARRAYLENGTH = 0xbe;
  private static final int IFNULL = 0xc6;
  private static final int IFNONNULL = 0xc7;

  private final byte[] code;
  private final List<Integer> starts = new ArrayList<>();
  private final Map<Integer, String> parameters = new HashMap<>();
  private final Set<Integer> arrays = new HashSet<>();
  private final int slots;
  private final IntFunction<String> fieldName;
  private final boolean isKnown;

  /**
   * A constructor.
   *
   * @param attribute its code attribute
   * @param components the components by name, with their descriptors
   * @param fieldName the name of the field a constant stands for
   */
  CompiledConstructor(
      byte[] attribute, Map<String, String> components, IntFunction<String> fieldName) {
    this.fieldName = fieldName;
    int slot = 1;
    for (Map.Entry<String, String> component : components.entrySet()) {
      parameters.put(slot, component.getKey());
      String descriptor = component.getValue();
      if (descriptor.startsWith("[")) {
        arrays.add(slot);
      }
      slot += descriptor.equals("J") || descriptor.equals("D") ? 2 : 1;
    }
    this.slots = slot;
    this.code = code(attribute);
    this.isKnown = findStarts();
  }

  private static byte[] code(byte[] attribute) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(attribute))) {
      in.skipNBytes(4);
      return in.readNBytes(in.readInt());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Finds where instructions start; false if there is one of unknown length. */
  private boolean findStarts() {
    int at = 0;
    while (at < code.length) {
      starts.add(at);
      int length = code(at) < LENGTHS.length() ? LENGTHS.charAt(code(at)) - '0' : 0;
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  private int code(int at) {
    return at < code.length ? code[at] & 0xff : 0;
  }

  /** Whether it does nothing but keep what it is given. */
  boolean isPlain() {
    if (!keeps() || starts.size() != 3 + 3 * parameters.size()) {
      return false;
    }
    return code(starts.get(0)) == ALOAD_0
        && code(starts.get(1)) == INVOKESPECIAL
        && code(starts.get(starts.size() - 1)) == RETURN;
  }

  /** Whether the components are what it is given, if it returns. */
  boolean keeps() {
    if (!isKnown) {
      return false;
    }
    List<String> assigned = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int at = starts.get(i);
      if (changes(at) || escapes(at, i)) {
        return false;
      }
      if (code(at) == PUTFIELD) {
        String name = fieldName.apply(code(at + 1) << 8 | code(at + 2));
        if (!isAssignedItsParameter(i, name)) {
          return false;
        }
        assigned.add(name);
      }
    }
    return assigned.size() == parameters.size()
        && new HashSet<>(assigned).containsAll(parameters.values());
  }

  /** Whether the code is {@code this.name = name}: nothing jumps into that. */
  private boolean isAssignedItsParameter(int index, String name) {
    return index >= 2
        && code(starts.get(index - 2)) == ALOAD_0
        && name.equals(parameters.get(loaded(starts.get(index - 1))));
  }

  /** Whether an instruction writes to a parameter or an array. */
  private boolean changes(int at) {
    int op = code(at);
    boolean isStore = ISTORE <= op && op <= ASTORE || op == IINC;
    return isStore && code(at + 1) < slots
        || ISTORE_0 <= op && op <= ASTORE_3 && (op - ISTORE_0) % 4 < slots
        || IASTORE <= op && op <= SASTORE;
  }

  /** Whether an instruction hands on an array. */
  private boolean escapes(int at, int index) {
    if (!arrays.contains(loaded(at))) {
      return false;
    }
    int next = index + 1 < starts.size() ? code(starts.get(index + 1)) : 0;
    return next != ARRAYLENGTH && next != PUTFIELD && next != IFNULL && next != IFNONNULL;
  }

  /** The slot an instruction loads; -1 if it loads none. */
  private int loaded(int at) {
    int op = code(at);
    if (ILOAD <= op && op <= ALOAD) {
      return code(at + 1);
    }
    return ILOAD_0 <= op && op <= ALOAD_3 ? (op - ILOAD_0) % 4 : -1;
  }
}
