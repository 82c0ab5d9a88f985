package io.cotangent.processor.source;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The class file of a record, as far as it says which accessors do nothing but read their field and
 * what its canonical constructor does with what it is given.
 */
final class CompiledRecord {
  private static final int STATIC = 0x0008;
  private static final int ALOAD_0 = 0x2a;
  private static final int GETFIELD = 0xb4;
  private static final int FIRST_RETURN = 0xac;
  private static final int LAST_RETURN = 0xb0;

  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<Integer, Integer> nameAndTypes = new HashMap<>();
  private final Map<Integer, Integer> names = new HashMap<>();
  private final Set<String> plain = new HashSet<>();
  private final Map<String, String> components = new LinkedHashMap<>();
  private final Map<String, byte[]> constructors = new HashMap<>();

  /** Reads a class file. */
  CompiledRecord(byte[] file) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      in.skipNBytes(8);
      constants(in);
      in.skipNBytes(6);
      in.skipNBytes(2L * in.readUnsignedShort());
      members(in, false);
      members(in, true);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Whether a component's accessor does nothing but return the field of that name. */
  boolean isPlainAccessor(String component) {
    return plain.contains(component);
  }

  /** What the canonical constructor does; empty if there is none. */
  Optional<CompiledConstructor> canonical() {
    return Optional.ofNullable(constructors.get("(" + String.join("", components.values()) + ")V"))
        .map(code -> new CompiledConstructor(code, components, this::fieldName));
  }

  private String fieldName(int constant) {
    return texts.get(names.get(nameAndTypes.get(constant)));
  }

  private void constants(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 9 -> {
          in.skipNBytes(2);
          nameAndTypes.put(i, in.readUnsignedShort());
        }
        case 12 -> {
          names.put(i, in.readUnsignedShort());
          in.skipNBytes(2);
        }
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // these count for two
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> in.skipNBytes(4);
      }
    }
  }

  private void members(DataInputStream in, boolean areMethods) throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      boolean isStatic = (in.readUnsignedShort() & STATIC) != 0;
      String name = texts.get(in.readUnsignedShort());
      String descriptor = texts.get(in.readUnsignedShort());
      if (!areMethods && !isStatic) {
        components.put(name, descriptor);
      }
      int attributes = in.readUnsignedShort();
      for (int j = 0; j < attributes; j++) {
        String attribute = texts.get(in.readUnsignedShort());
        byte[] content = in.readNBytes(in.readInt());
        if (areMethods && "Code".equals(attribute)) {
          code(name, descriptor, content);
        }
      }
    }
  }

  private void code(String name, String descriptor, byte[] content) throws IOException {
    if (name.equals("<init>")) {
      constructors.put(descriptor, content);
    } else if (descriptor.startsWith("()") && reads(content, name)) {
      plain.add(name);
    }
  }

  /** Whether code is {@code return this.name}. */
  private boolean reads(byte[] attribute, String name) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(attribute));
    in.skipNBytes(4);
    if (in.readInt() != 5
        || in.readUnsignedByte() != ALOAD_0
        || in.readUnsignedByte() != GETFIELD) {
      return false;
    }
    Integer field = nameAndTypes.get(in.readUnsignedShort());
    int last = in.readUnsignedByte();
    return field != null
        && name.equals(texts.get(names.get(field)))
        && FIRST_RETURN <= last
        && last <= LAST_RETURN;
  }
}
