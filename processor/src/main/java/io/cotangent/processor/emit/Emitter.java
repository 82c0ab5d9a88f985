package io.cotangent.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Names;
import io.cotangent.processor.model.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;

/** Writes the generated class of one of the user's classes. */
public final class Emitter {
  private Emitter() {}

  /**
   * The source file.
   *
   * @param derived what was derived for the annotated methods of one class, not empty
   * @param origin an element of the user's class, for incremental builds
   * @param problems hears of methods for which no class could be written, with the problem's
   *     arguments
   */
  public static JavaFile emit(
      List<Derived> derived, Element origin, BiConsumer<Derived, Object[]> problems) {
    List<TypeSpec> nested = new ArrayList<>();
    for (Derived one : derived) {
      TypeSpec type = new NestedClass(one, LineMarks.NONE).build();
      ParameterSlots.excess(type)
          .ifPresentOrElse(
              excess -> problems.accept(one, new Object[] {excess.method(), excess.slots()}),
              () -> nested.add(type));
    }
    TypeSpec.Builder type = type(derived, nested).addOriginatingElement(origin);
    return file(derived, type.alwaysQualify(hiding(origin)).build());
  }

  /** Classes of the user's package that hide those of java.lang, which nobody imports. */
  private static String[] hiding(Element origin) {
    Element place = origin;
    while (place.getKind() != ElementKind.PACKAGE) {
      place = place.getEnclosingElement();
    }
    return ElementFilter.typesIn(place.getEnclosedElements()).stream()
        .map(type -> type.getSimpleName().toString())
        .filter(Emitter::isOfJava)
        .toArray(String[]::new);
  }

  private static boolean isOfJava(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException free) {
      return false;
    }
  }

  /**
   * The same for one method, with lines that say where others come from.
   *
   * @param marks the mark of an origin; empty for what has none
   */
  public static String marked(Derived derived, Function<Origin, String> marks) {
    List<Derived> only = List.of(derived);
    TypeSpec nested = new NestedClass(derived, LineMarks.of(marks)).build();
    return file(only, type(only, List.of(nested)).build()).toString();
  }

  private static TypeSpec.Builder type(List<Derived> derived, List<TypeSpec> nested) {
    Signature signature = derived.get(0).signature();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(signature.adjointClass())
            .addJavadoc(
                "Derivatives of the annotated methods of {@link $T}.\n",
                JavaTypes.named(signature.sourceClass()))
            .addModifiers(Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (derived.stream().anyMatch(d -> d.signature().accessible())) {
      type.addModifiers(Modifier.PUBLIC);
    }
    return type.addTypes(nested);
  }

  private static JavaFile file(List<Derived> derived, TypeSpec type) {
    return JavaFile.builder(derived.get(0).signature().packageName(), type)
        .addFileComment(Names.FILE_COMMENT)
        .skipJavaLangImports(true)
        .build();
  }
}
