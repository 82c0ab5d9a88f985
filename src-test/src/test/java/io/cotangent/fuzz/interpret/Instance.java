package io.cotangent.fuzz.interpret;

import io.cotangent.fuzz.program.Type;
import java.util.HashMap;
import java.util.Map;

/** An object, known by its identity. */
final class Instance {
  final Type type;
  private final Map<String, Object> fields = new HashMap<>();

  Instance(Type type) {
    this.type = type;
  }

  Object get(String field) {
    Object value = fields.get(field);
    if (value == null) {
      throw new Unsuitable("field read before it is written");
    }
    return value;
  }

  void set(String field, Object value) {
    fields.put(field, value);
  }
}
