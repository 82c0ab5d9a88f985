package io.cotangent.processor.source;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.UnionType;
import javax.lang.model.util.Types;

/** From the types of the language to those of the IR. */
public final class TypeMapper {
  private final Types types;
  private final Map<String, TypeElement> records = new HashMap<>();
  private final Map<TypeElement, String> locals = new HashMap<>();

  TypeMapper(Types types) {
    this.types = types;
  }

  /** The type; empty for {@code void}, errors and everything else no value can have. */
  public Optional<Type> map(TypeMirror mirror) {
    return map(mirror, List.of());
  }

  private Optional<Type> map(TypeMirror mirror, List<TypeElement> enclosing) {
    if (mirror.getKind().isPrimitive()) {
      return Optional.of(Primitive.valueOf(mirror.getKind().name().toUpperCase(Locale.ROOT)));
    }
    if (mirror instanceof javax.lang.model.type.ArrayType array) {
      return map(array.getComponentType(), enclosing).map(ArrayType::new);
    }
    if (mirror.getKind() == TypeKind.NULL) {
      return Optional.of(RefType.OBJECT);
    }
    if (mirror.getKind() == TypeKind.TYPEVAR) {
      return Optional.of(new RefType(types.erasure(mirror).toString()));
    }
    if (mirror instanceof UnionType union) {
      return map(commonClass(union), enclosing);
    }
    if (mirror instanceof DeclaredType declared && mirror.getKind() == TypeKind.DECLARED) {
      return Optional.of(declared(declared, enclosing));
    }
    return Optional.empty();
  }

  /** The class all alternatives of a catch clause extend. */
  private TypeMirror commonClass(UnionType union) {
    TypeMirror common = union.getAlternatives().get(0);
    while (!areSubtypes(union.getAlternatives(), common)) {
      common = ((TypeElement) types.asElement(common)).getSuperclass();
    }
    return common;
  }

  private boolean areSubtypes(List<? extends TypeMirror> all, TypeMirror common) {
    return all.stream().allMatch(type -> types.isSubtype(type, common));
  }

  /**
   * Captured wildcards have no name; the wildcard itself holds the same. Type variables are not
   * known in all generated methods; the raw type holds the same, too.
   */
  private RefType reference(DeclaredType type) {
    boolean isRaw = type.getTypeArguments().stream().anyMatch(TypeVariables::isIn);
    return new RefType(isRaw ? types.erasure(type).toString() : uncaptured(type));
  }

  private static String uncaptured(TypeMirror type) {
    return type.toString().replaceAll("capture#\\d+ of ", "");
  }

  private Type declared(DeclaredType type, List<TypeElement> enclosing) {
    TypeElement element = (TypeElement) type.asElement();
    if (element.getKind() != ElementKind.RECORD
        || !element.getTypeParameters().isEmpty()
        || enclosing.contains(element)) {
      return reference(type);
    }
    RecordType record = record(type, enclosing);
    return record.isDifferentiable() ? record : reference(type);
  }

  /** A record type, whether it is differentiable or not. */
  RecordType record(DeclaredType type) {
    return record(type, List.of());
  }

  private RecordType record(DeclaredType type, List<TypeElement> enclosing) {
    TypeElement element = (TypeElement) type.asElement();
    List<TypeElement> inner = new ArrayList<>(enclosing);
    inner.add(element);
    List<RecordType.Component> components = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      TypeMirror declared = types.asMemberOf(type, component);
      Type mapped = map(declared, inner).orElseGet(() -> new RefType(uncaptured(declared)));
      components.add(new RecordType.Component(component.getSimpleName().toString(), mapped));
    }
    RecordType record = new RecordType(nameOf(element), components);
    records.put(record.name(), element);
    return record;
  }

  private String nameOf(TypeElement element) {
    String qualified = element.getQualifiedName().toString();
    // A local class has no name outside of its method: one that tells it from all others.
    return qualified.isEmpty()
        ? locals.computeIfAbsent(element, e -> e.getSimpleName() + "@" + locals.size())
        : qualified;
  }

  /** The class of a record type that was mapped. */
  TypeElement element(RecordType record) {
    return records.get(record.name());
  }
}
