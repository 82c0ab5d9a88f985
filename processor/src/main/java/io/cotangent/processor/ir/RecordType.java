package io.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * A record class whose components are known. Records stand only in signatures: lowering takes
 * record values apart into their components.
 *
 * @param name the class name as it is written in Java source, fully qualified
 */
public record RecordType(String name, List<Component> components) implements Type {
  /** One component of a record. */
  public record Component(String name, Type type) {}

  public RecordType {
    components = List.copyOf(components);
  }

  @Override
  public boolean isDifferentiable() {
    return components.stream().anyMatch(c -> c.type().isDifferentiable());
  }

  /** The types of the components that are not records, in order, nested records taken apart. */
  public List<Type> leaves() {
    List<Type> leaves = new ArrayList<>();
    for (Component component : components) {
      leaves.addAll(leavesOf(component.type()));
    }
    return leaves;
  }

  /** The leaves of any type: of a record its components', otherwise the type itself. */
  public static List<Type> leavesOf(Type type) {
    return type instanceof RecordType record ? record.leaves() : List.of(type);
  }

  @Override
  public String toString() {
    return name;
  }
}
