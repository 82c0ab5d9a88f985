package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A set of references that may lead to the same array. References in different classes never do.
 * Built by {@link Memory} with union-find; read-only afterwards.
 */
public final class MemoryClass {
  private MemoryClass parent = this;
  private MemoryClass element;
  private MemoryClass container;
  private final List<Value> members = new ArrayList<>();
  private final Set<Access> writes = new LinkedHashSet<>();

  MemoryClass() {}

  MemoryClass find() {
    MemoryClass root = this;
    while (root.parent != root) {
      root = root.parent;
    }
    parent = root;
    return root;
  }

  /** The class of the rows of these arrays. */
  MemoryClass element() {
    MemoryClass root = find();
    if (root.element == null) {
      root.element = new MemoryClass();
      root.element.container = root;
    }
    return root.element.find();
  }

  void unite(MemoryClass other) {
    MemoryClass a = find();
    MemoryClass b = other.find();
    if (a == b) {
      return;
    }
    b.parent = a;
    a.members.addAll(b.members);
    a.writes.addAll(b.writes);
    MemoryClass bContainer = b.container;
    if (a.container == null) {
      a.container = bContainer;
    } else if (bContainer != null) {
      a.container.unite(bContainer);
    }
    MemoryClass bElement = b.element;
    if (bElement != null) {
      if (a.element == null) {
        a.element = bElement;
      } else {
        a.element.unite(bElement);
      }
    }
  }

  void addMember(Value value) {
    find().members.add(value);
  }

  void addWrite(Access access) {
    find().writes.add(access);
  }

  boolean hasElement() {
    return find().element != null;
  }

  MemoryClass container() {
    MemoryClass root = find();
    return root.container == null ? null : root.container.find();
  }

  List<Value> members() {
    return find().members;
  }

  Set<Access> writes() {
    return find().writes;
  }
}
