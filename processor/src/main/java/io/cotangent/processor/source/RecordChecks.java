package io.cotangent.processor.source;

import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What must be so for generated code to take a record apart, or an object, and write duals. */
record RecordChecks(Program program, PackageElement place, Forms.Obstacles obstacles) {
  /** Generated code can name the class. */
  void visible(TypeElement element, TypeMirror owner, String path) {
    if (!new Visibility(place).sees(element)) {
      obstacles.add(path, owner, "the type is private, or package-private elsewhere");
    }
  }

  /** What the accessor of a component gives is the component. */
  void accessor(RecordComponentElement component, TypeMirror owner, String path) {
    if (Accessors.doesMore(component, program)) {
      String name = component.getSimpleName().toString();
      String reason = "the accessor " + name + "() does more than return it";
      obstacles.add(path + "." + name, owner, reason);
    }
  }

  /** The record with the tangents of objects has a name of its own. */
  void tangentName(DeclaredType type, String path) {
    GeneratedNames.inTheWay(type, place, program)
        .ifPresent(
            name ->
                obstacles.add(
                    path, type, "the record with its tangents needs the name of " + name));
  }
}
