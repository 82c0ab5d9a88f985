package io.cotangent.processor.model;

import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** What a value of the user's consists of, and how code beside the user's class gets at that. */
public sealed interface Form {
  /** The type in signatures of the IR. */
  Type type();

  /** The type as it is written in Java source, fully qualified. */
  String javaType();

  /** The type of its tangents and adjoints, likewise. */
  String dualType();

  /** Whether derivatives with respect to it exist. */
  default boolean isDifferentiable() {
    return type().isDifferentiable();
  }

  /** The form of a value of a type of the IR; records read through their accessors. */
  static Form of(Type type) {
    if (!(type instanceof RecordType record)) {
      return new Single(type);
    }
    List<Part> parts = new ArrayList<>();
    for (RecordType.Component component : record.components()) {
      parts.add(new Part(component.name(), component.name() + "()", of(component.type())));
    }
    return new Whole(record.name(), record.name(), parts);
  }

  /** A number, an array, or something that is only passed on. */
  record Single(Type type) implements Form {
    @Override
    public String javaType() {
      return type.toString();
    }

    @Override
    public String dualType() {
      return type.toString();
    }
  }

  /**
   * An object that is taken apart.
   *
   * @param dualType {@code javaType} itself, or a generated record with the differentiable parts
   * @param parts in the order of its constructor
   */
  record Whole(String javaType, String dualType, List<Part> parts) implements Form {
    public Whole {
      parts = List.copyOf(parts);
    }

    /** Whether its tangents and adjoints are values of its own class. */
    public boolean isOwnDual() {
      return dualType.equals(javaType);
    }

    /** The parts its tangents and adjoints have. */
    public List<Part> dualParts() {
      return isOwnDual() ? parts : parts.stream().filter(p -> p.form().isDifferentiable()).toList();
    }

    @Override
    public Type type() {
      List<RecordType.Component> components = new ArrayList<>();
      parts.forEach(p -> components.add(new RecordType.Component(p.name(), p.form().type())));
      return new RecordType(javaType, components);
    }
  }

  /**
   * A part of an object.
   *
   * @param reader what stands behind the dot where it is read: {@code x()}
   */
  record Part(String name, String reader, Form form) {}
}
