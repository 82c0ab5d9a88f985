package io.cotangent.processor.source;

import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds out what the arguments and the result of an annotated method consist of. */
final class Forms {
  private final Program program;
  private final PackageElement place;
  private final Obstacles obstacles;
  private final RecordChecks checks;

  /**
   * Forms for one method.
   *
   * @param place the package of the generated class
   */
  Forms(Program program, PackageElement place, Obstacles obstacles) {
    this.program = program;
    this.place = place;
    this.obstacles = obstacles;
    this.checks = new RecordChecks(program, place, obstacles);
  }

  /** Is told what generated code cannot do. */
  interface Obstacles {
    /** A part that cannot be read, or an object that cannot be made. */
    void add(String path, TypeMirror owner, String reason);
  }

  /**
   * What a value of a type consists of.
   *
   * @param path what messages call it
   * @return empty if the compiler does not know the type either
   */
  Optional<Form> of(TypeMirror mirror, String path) {
    return program.types().map(mirror).map(type -> of(mirror, type, path));
  }

  private Form of(TypeMirror mirror, Type type, String path) {
    if (!(type instanceof RecordType record)) {
      return new Form.Single(type);
    }
    TypeElement element = (TypeElement) ((DeclaredType) mirror).asElement();
    checks.visible(element, mirror, path);
    List<Form.Part> parts = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      RecordType.Component mapped = record.components().get(parts.size());
      checks.accessor(component, mirror, path);
      Form form = of(component.asType(), mapped.type(), path + "." + name);
      parts.add(Form.Part.of(name, name + "()", form));
    }
    String dual = dualType(element, record, parts);
    if (!dual.equals(record.name())) {
      checks.tangentName((DeclaredType) mirror, path);
    }
    return new Form.Whole(record.name(), dual, dual.equals(record.name()), parts);
  }

  /** A record of one's own constructor might refuse adjoints, or change them. */
  private String dualType(TypeElement element, RecordType record, List<Form.Part> parts) {
    boolean isOwn =
        Records.isOwnDual(element, program.elements())
            && parts.stream().allMatch(p -> p.form().isOwnDual());
    return isOwn ? record.name() : GeneratedNames.tangent((DeclaredType) element.asType(), place);
  }

  /** Adds an obstacle where a record of a result cannot be made of its components again. */
  void checkResult(TypeMirror mirror, String path) {
    checkResult(mirror, path, Set.of());
  }

  private void checkResult(TypeMirror mirror, String path, Set<TypeElement> around) {
    if (!(program.types().map(mirror).orElse(null) instanceof RecordType)) {
      return;
    }
    TypeElement element = (TypeElement) ((DeclaredType) mirror).asElement();
    if (!Records.keeps(element, program)) {
      obstacles.add(path, mirror, "its constructor changes what it is given");
    }
    Set<TypeElement> inner = new HashSet<>(around);
    if (!inner.add(element)) {
      obstacles.add(path, mirror, "records of the class hold further ones");
      return;
    }
    for (RecordComponentElement component : element.getRecordComponents()) {
      checkResult(component.asType(), path + "." + component.getSimpleName(), inner);
    }
  }
}
