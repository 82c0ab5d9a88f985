package io.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.TapeType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Form;
import java.util.ArrayList;
import java.util.List;

/** Types of the IR as JavaPoet knows them. */
final class JavaTypes {
  static final ClassName TAPE = ClassName.get("io.cotangent.runtime", "Tape");
  static final ClassName SHELF = ClassName.get("io.cotangent.runtime", "Shelf");
  static final ClassName SHADOWS = ClassName.get("io.cotangent.runtime", "Shadows");
  static final ClassName SHAPES = ClassName.get("io.cotangent.runtime", "Shapes");
  static final ClassName COLUMNS = ClassName.get("io.cotangent.runtime", "Columns");
  static final ClassName SEEN = ClassName.get("io.cotangent.runtime", "Seen");
  static final ClassName MATRICES = ClassName.get("io.cotangent.runtime", "Matrices");
  static final ClassName LEAVES = ClassName.get("io.cotangent.runtime", "Leaves");

  private JavaTypes() {}

  /** The Java type. */
  static TypeName of(Type type) {
    if (type instanceof Primitive primitive) {
      return primitive(primitive);
    }
    if (type instanceof ArrayType array) {
      return ArrayTypeName.of(of(array.element()));
    }
    if (type instanceof RecordType record) {
      return named(record.name());
    }
    if (type instanceof RefType ref) {
      return named(ref.name());
    }
    if (type == TapeType.TAPE) {
      return TAPE;
    }
    throw new IllegalArgumentException(type.toString());
  }

  /** The Java type of a value. */
  static TypeName of(Form form) {
    boolean isPlain =
        form instanceof Form.Single single && single.javaType().equals(single.held().toString());
    return isPlain ? of(((Form.Single) form).held()) : named(form.javaType());
  }

  /** The Java type of its tangents and adjoints. */
  static TypeName dual(Form form) {
    return form instanceof Form.Single single ? of(single.held()) : named(form.dualType());
  }

  /** What stands behind new where elements of an array are of a type: Java wants no arguments. */
  static TypeName element(TypeName type) {
    return type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
  }

  private static TypeName primitive(Primitive primitive) {
    return switch (primitive) {
      case BOOLEAN -> TypeName.BOOLEAN;
      case BYTE -> TypeName.BYTE;
      case SHORT -> TypeName.SHORT;
      case CHAR -> TypeName.CHAR;
      case INT -> TypeName.INT;
      case LONG -> TypeName.LONG;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
    };
  }

  /** A class by the name it has in source, with type arguments. */
  static TypeName named(String name) {
    String text = name.strip();
    if (text.equals("?")) {
      return WildcardTypeName.subtypeOf(Object.class);
    }
    if (text.startsWith("? extends ")) {
      return WildcardTypeName.subtypeOf(named(text.substring("? extends ".length())));
    }
    if (text.startsWith("? super ")) {
      return WildcardTypeName.supertypeOf(named(text.substring("? super ".length())));
    }
    if (text.endsWith("[]")) {
      return ArrayTypeName.of(named(text.substring(0, text.length() - 2)));
    }
    int open = text.indexOf('<');
    if (open < 0) {
      return className(text);
    }
    List<TypeName> arguments = new ArrayList<>();
    split(text.substring(open + 1, text.lastIndexOf('>'))).forEach(a -> arguments.add(named(a)));
    return ParameterizedTypeName.get(
        className(text.substring(0, open)), arguments.toArray(TypeName[]::new));
  }

  /** A type variable as it is declared: {@code T extends pkg.Model & pkg.Other}. */
  static TypeVariableName variable(String declared) {
    int bounds = declared.indexOf(" extends ");
    if (bounds < 0) {
      return TypeVariableName.get(declared);
    }
    List<TypeName> types = new ArrayList<>();
    for (String bound : declared.substring(bounds + " extends ".length()).split(" & ")) {
      types.add(named(bound));
    }
    return TypeVariableName.get(declared.substring(0, bounds), types.toArray(TypeName[]::new));
  }

  private static List<String> split(String arguments) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < arguments.length(); i++) {
      char c = arguments.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(arguments.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(arguments.substring(start));
    return parts;
  }

  /** A class by its fully qualified name: packages are in lower case, classes are not. */
  static ClassName className(String name) {
    String[] parts = name.split("\\.");
    int first = parts.length - 1;
    for (int i = parts.length - 1; i >= 0; i--) {
      if (!parts[i].isEmpty() && Character.isUpperCase(parts[i].charAt(0))) {
        first = i;
      }
    }
    String packageName = String.join(".", List.of(parts).subList(0, first));
    ClassName found = ClassName.get(packageName, parts[first]);
    for (int i = first + 1; i < parts.length; i++) {
      found = found.nestedClass(parts[i]);
    }
    return found;
  }
}
