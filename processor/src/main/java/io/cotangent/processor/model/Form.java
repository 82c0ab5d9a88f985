package io.cotangent.processor.model;

import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a value of the user's consists of, and how code beside the user's class gets at that. */
public sealed interface Form {
  /** The type in signatures of the IR. */
  Type type();

  /** The type as it is written in Java source, fully qualified. */
  String javaType();

  /** The type of its tangents and adjoints, likewise. */
  String dualType();

  /** Whether derivatives with respect to it exist. */
  boolean isDifferentiable();

  /** Whether its tangents and adjoints are of its own class. */
  default boolean isOwnDual() {
    return true;
  }

  /** Whether an object in it can be of one of several classes. */
  static boolean hasChoice(Form form) {
    if (form instanceof Row row) {
      return hasChoice(row.element());
    }
    return form instanceof Choice
        || form instanceof Whole whole
            && whole.parts().stream().anyMatch(part -> hasChoice(part.form()));
  }

  /** What stands in Java source where there is nothing of a type. */
  static String nothing(Type type) {
    return type.isReference() ? "null" : type == Primitive.BOOLEAN ? "false" : "0";
  }

  /** The form of a value of a type of the IR; records read through their accessors. */
  static Form of(Type type) {
    if (!(type instanceof RecordType record)) {
      return new Single(type);
    }
    List<Part> parts = new ArrayList<>();
    for (RecordType.Component component : record.components()) {
      parts.add(Part.of(component.name(), component.name() + "()", of(component.type())));
    }
    return new Whole(record.name(), record.name(), true, parts);
  }

  /**
   * A number, an array, or something that is only passed on.
   *
   * @param held what it is for the user
   * @param cells how many arrays of length one are around it: one for a field that may change, one
   *     more for each such field with an object on the way to it
   * @param instead what stands for it in generated code if it is not read; empty if it is
   * @param javaType the type as it is written in Java source
   */
  record Single(Type held, int cells, String instead, String javaType) implements Form {
    /** Something whose type is written as in the IR. */
    public Single(Type held, int cells, String instead) {
      this(held, cells, instead, held.toString());
    }

    /** Something that is read as it is. */
    public Single(Type held) {
      this(held, 0, "");
    }

    /** Whether it says of which class an object is. */
    public boolean isChoice() {
      return javaType.equals(Choice.NUMBER);
    }

    @Override
    public Type type() {
      return Type.array(held, cells);
    }

    @Override
    public String dualType() {
      return held.toString();
    }

    @Override
    public boolean isDifferentiable() {
      return held.isDifferentiable() && instead.isEmpty();
    }
  }

  /**
   * An array of what is taken apart: one array for each leaf of an element.
   *
   * @param cells how many arrays of length one are around each
   * @param takesElements whether generated code can put in it what the method leaves there
   */
  record Row(Form element, int cells, boolean takesElements) implements Form {
    @Override
    public Type type() {
      List<RecordType.Component> columns = new ArrayList<>();
      for (Leaf leaf : Leaf.of("", this, false)) {
        columns.add(new RecordType.Component(leaf.path(), leaf.type()));
      }
      return new RecordType(javaType(), columns);
    }

    @Override
    public String javaType() {
      return element.javaType() + "[]";
    }

    @Override
    public String dualType() {
      return element.dualType() + "[]";
    }

    @Override
    public boolean isDifferentiable() {
      return element.isDifferentiable();
    }

    @Override
    public boolean isOwnDual() {
      return element.isOwnDual();
    }
  }

  /**
   * An object that is taken apart.
   *
   * @param dualType its own class, or a generated record with the differentiable parts
   * @param isOwnDual whether its tangents and adjoints are of its own class
   * @param identity the part whose first array tells one object from another, if it is an object of
   *     a class; {@link #NONE} for a record
   * @param exactType the class it must have exactly; empty if it can have no other
   * @param parts of a record in the order of its constructor
   */
  record Whole(
      String javaType,
      String dualType,
      boolean isOwnDual,
      int identity,
      String exactType,
      List<Part> parts)
      implements Form {
    /** The identity of records: they have none. */
    public static final int NONE = -1;

    public Whole {
      parts = List.copyOf(parts);
    }

    /** A record. */
    public Whole(String javaType, String dualType, boolean isOwnDual, List<Part> parts) {
      this(javaType, dualType, isOwnDual, NONE, "", parts);
    }

    /** Whether it is an object of a class rather than a record. */
    public boolean isClass() {
      return identity != NONE;
    }

    /** The same, called otherwise where its class is written. */
    public Whole named(String otherType) {
      return new Whole(otherType, dualType, isOwnDual(), identity, exactType, parts);
    }

    /** Whether null could stand there. */
    public boolean hasKind() {
      return !parts.isEmpty() && parts.get(0).isKind();
    }

    /** The parts its constructor takes. */
    public List<Part> ownParts() {
      return parts.stream().filter(p -> !p.isKind()).toList();
    }

    /** The parts its tangents and adjoints have. */
    public List<Part> dualParts() {
      return ownParts().stream().filter(p -> isOwnDual || p.form().isDifferentiable()).toList();
    }

    @Override
    public boolean isDifferentiable() {
      return parts.stream().anyMatch(p -> p.form().isDifferentiable());
    }

    @Override
    public Type type() {
      List<RecordType.Component> components = new ArrayList<>();
      parts.forEach(p -> components.add(new RecordType.Component(p.name(), p.form().type())));
      return new RecordType(javaType, components);
    }
  }

  /**
   * A result of class type: an object the method has made, which generated code makes again.
   *
   * @param whole what it consists of, without arrays around what may change
   * @param given the parts a constructor takes, in its order; all others are written
   */
  record Made(Whole whole, List<Integer> given) implements Form {
    public Made {
      given = List.copyOf(given);
    }

    @Override
    public Type type() {
      return whole.type();
    }

    @Override
    public String javaType() {
      return whole.javaType();
    }

    @Override
    public String dualType() {
      return whole.dualType();
    }

    @Override
    public boolean isDifferentiable() {
      return whole.isDifferentiable();
    }

    @Override
    public boolean isOwnDual() {
      return false;
    }
  }

  /**
   * An object of one of several classes: which is asked when it arrives, and the parts of all
   * others are zero.
   *
   * @param cells how many arrays of length one are around the number of the class
   * @param nothing the number that stands for null
   */
  record Choice(String javaType, String dualType, int cells, int nothing, List<Option> options)
      implements Form {
    /** What leads to the number that says which of them it is. */
    public static final String NUMBER = "kind";

    public Choice {
      options = List.copyOf(options);
    }

    /** The same, called otherwise where its type is written. */
    public Choice named(String otherType) {
      return new Choice(otherType, dualType, cells, nothing, options);
    }

    /** The form of the number. */
    public Single number() {
      return new Single(Primitive.INT, cells, "", NUMBER);
    }

    @Override
    public Type type() {
      List<RecordType.Component> components = new ArrayList<>();
      components.add(new RecordType.Component(NUMBER, number().type()));
      options.forEach(o -> components.add(new RecordType.Component(o.name(), o.form().type())));
      return new RecordType(javaType, components);
    }

    /** The options that can arrive. */
    public List<Option> named() {
      return options.stream().filter(Option::isNamed).toList();
    }

    @Override
    public boolean isDifferentiable() {
      return options.stream().anyMatch(o -> o.form().isDifferentiable());
    }

    @Override
    public boolean isOwnDual() {
      return dualType.equals(javaType);
    }
  }

  /**
   * One of the classes an object can be of.
   *
   * @param number what stands for it
   * @param isOpen whether the class can have subclasses
   */
  record Option(int number, String name, boolean isOpen, Whole form) {
    /** Whether generated code can name the class; if not, its objects are refused. */
    public boolean isNamed() {
      return !form.javaType().isEmpty();
    }
  }

  /**
   * A part of an object.
   *
   * @param name empty for the number that says which kind of object a field holds
   * @param reader what stands behind the dot where it is read: {@code x()}
   * @param writer what stands behind the dot where it is written, {@code #} for the new content;
   *     empty if it cannot be, or never changes
   */
  record Part(String name, String reader, Optional<String> writer, Form form) {
    /** A part that never changes. */
    public static Part of(String name, String reader, Form form) {
      return new Part(name, reader, Optional.empty(), form);
    }

    /** Whether this is the number that says which kind of object a field holds. */
    public boolean isKind() {
      return name.isEmpty();
    }
  }
}
