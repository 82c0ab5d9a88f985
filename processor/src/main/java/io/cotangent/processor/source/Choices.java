package io.cotangent.processor.source;

import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Objects from outside that can be of several classes. */
final class Choices {
  private static final String ANY_RECORD = "java.lang.Record";

  private final Joining joining;

  Choices(Joining joining) {
    this.joining = joining;
  }

  /** Whether a union stands for one thing and null. */
  static boolean isOne(Operand.Union union) {
    return union.alternatives().values().stream().filter(o -> !(o instanceof Operand.Null)).count()
        == 1;
  }

  /** One of the objects, or null. */
  Operand.Union union(List<Operand> objects) {
    SortedMap<Integer, Operand> alternatives = new TreeMap<>();
    alternatives.put(joining.nullTag(), new Operand.Null(RefType.OBJECT));
    objects.forEach(o -> alternatives.put(joining.tag(o), o));
    Value tag = new Value(Primitive.INT, Form.Choice.NUMBER);
    return new Operand.Union(tag, RefType.OBJECT, alternatives);
  }

  /**
   * What the union consists of; the options are in the order of its alternatives.
   *
   * @param forms of the objects
   */
  Optional<Form.Choice> form(String type, int cells, List<Operand> objects, List<Form> forms) {
    if (objects.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<Integer, Form.Option> options = new TreeMap<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < objects.size(); i++) {
      if (!(forms.get(i) instanceof Form.Whole whole) || isGeneric(whole)) {
        return Optional.empty();
      }
      String plain = whole.javaType().substring(whole.javaType().lastIndexOf('.') + 1);
      String name = plain.isEmpty() ? "hidden" : plain;
      while (!names.add(name)) {
        name += "_";
      }
      int number = joining.tag(objects.get(i));
      options.put(number, new Form.Option(number, name, !whole.exactType().isEmpty(), whole));
    }
    boolean isOwn = options.values().stream().allMatch(o -> o.form().isOwnDual() || !o.isNamed());
    String dual = isOwn ? type : ANY_RECORD;
    Form.Choice choice =
        new Form.Choice(type, dual, cells, joining.nullTag(), List.copyOf(options.values()));
    return Optional.of(choice).filter(c -> !c.named().isEmpty());
  }

  /** An object of a class that has no name: none can arrive. */
  static Form.Whole hidden(Operand object, int cells) {
    List<Form.Part> parts = new ArrayList<>();
    for (Value leaf : object.leaves()) {
      // It ends like the number that says which kind of object there is, which is not read, either.
      String name = parts.size() + ".class";
      parts.add(
          Form.Part.of(name, "", new Form.Single(leaf.type(), cells, Form.nothing(leaf.type()))));
    }
    return new Form.Whole("", "", false, parts);
  }

  private static boolean isGeneric(Form.Whole whole) {
    return whole.javaType().contains("<");
  }
}
