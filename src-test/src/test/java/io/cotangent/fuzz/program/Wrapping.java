package io.cotangent.fuzz.program;

import java.util.HashMap;
import java.util.Map;

/** The local variables of a method that are written as objects or records with one number. */
final class Wrapping {
  private enum Form {
    FIELD,
    METHODS,
    RECORD
  }

  private final Map<String, Form> forms = new HashMap<>();

  Wrapping(Dialect dialect, Assigned variables) {
    for (String name : variables.doubles()) {
      if (dialect.picks(Sugar.OBJECT, name, 12)) {
        boolean methods = !variables.isStepped(name) && dialect.way(name, 2) == 0;
        forms.put(name, methods ? Form.METHODS : Form.FIELD);
      } else if (!variables.isStepped(name) && dialect.picks(Sugar.RECORD, name, 12)) {
        forms.put(name, Form.RECORD);
      }
    }
  }

  boolean isWrapped(String name) {
    return forms.containsKey(name);
  }

  /** The type and initialiser of a declaration. */
  String declaration(String name, String init) {
    String type = forms.get(name) == Form.RECORD ? "One" : "Cell";
    return type + " " + name + " = new " + type + "(" + (init.isEmpty() ? "0" : init) + ")";
  }

  String read(String name) {
    Form form = forms.get(name);
    if (form == null) {
      return name;
    }
    return switch (form) {
      case FIELD -> name + ".value";
      case METHODS -> name + ".get()";
      case RECORD -> name + ".value()";
    };
  }

  String assign(String name, String value) {
    return switch (forms.get(name)) {
      case FIELD -> name + ".value = " + value;
      case METHODS -> name + ".set(" + value + ")";
      case RECORD -> "(" + name + " = new One(" + value + ")).value()";
    };
  }

  String compound(String name, String op, String value) {
    return forms.get(name) == Form.FIELD
        ? name + ".value " + op + "= " + value
        : assign(name, read(name) + " " + op + " " + value);
  }

  String step(String name, String op, boolean prefix) {
    return prefix ? op + read(name) : read(name) + op;
  }
}
