package io.cotangent.processor.source;

import io.cotangent.UseRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The rules the calls of a compilation can use. */
final class Rules {
  /** No rules. */
  static final Rules NONE = new Rules(null, null, null, Set.of());

  private final Elements elements;
  private final Types types;
  private final Elements outer;
  private final Set<String> own;
  private final Map<String, List<Rule>> classes = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /**
   * Rules.
   *
   * @param elements of the attributed copy
   * @param outer of the running compilation, which also knows the annotations of packages
   * @param own the classes of the compilation that have rules
   */
  Rules(Elements elements, Types types, Elements outer, Set<String> own) {
    this.elements = elements;
    this.types = types;
    this.outer = outer;
    this.own = own;
  }

  /** The rule for a method that is called from another one. */
  Optional<Rule> find(ExecutableElement target, Element caller) {
    if (elements == null) {
      return Optional.empty();
    }
    Set<String> seen = new LinkedHashSet<>(own);
    seen.addAll(named(caller));
    for (String name : seen) {
      for (Rule rule : classes.computeIfAbsent(name, this::read)) {
        if (rule.target().equals(target)) {
          used.add(key(rule.method()));
          return Optional.of(rule);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a rule of the running compilation has been found for a call. */
  boolean isUsed(ExecutableElement rule) {
    return used.contains(key(rule));
  }

  private static String key(ExecutableElement rule) {
    return rule.getEnclosingElement() + "." + rule;
  }

  private List<Rule> read(String name) {
    List<Rule> rules = new ArrayList<>();
    TypeElement type = elements.getTypeElement(name);
    if (type != null) {
      for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        RuleReader.of(types, method).flatMap(RuleReader::read).ifPresent(rules::add);
      }
    }
    return rules;
  }

  /** The classes that are named around a method, from the inside to the package. */
  private List<String> named(Element caller) {
    List<String> names = new ArrayList<>();
    for (Element at = caller.getEnclosingElement();
        at instanceof TypeElement type;
        at = at.getEnclosingElement()) {
      names.addAll(namedOn(type));
    }
    String place = elements.getPackageOf(caller).getQualifiedName().toString();
    Element outerPackage = outer.getPackageElement(place);
    if (outerPackage != null) {
      names.addAll(namedOn(outerPackage));
    }
    return names;
  }

  private static List<String> namedOn(Element element) {
    List<String> names = new ArrayList<>();
    RuleReader.mirror(element, UseRules.class)
        .ifPresent(mirror -> classes(mirror).forEach(c -> names.add(c.getValue().toString())));
    return names;
  }

  /** The classes a {@link UseRules} names. */
  static List<AnnotationValue> classes(AnnotationMirror mirror) {
    List<AnnotationValue> classes = new ArrayList<>();
    RuleReader.member(mirror, "value")
        .filter(value -> value.getValue() instanceof List<?>)
        .ifPresent(
            value -> ((List<?>) value.getValue()).forEach(v -> classes.add((AnnotationValue) v)));
    return classes;
  }
}
