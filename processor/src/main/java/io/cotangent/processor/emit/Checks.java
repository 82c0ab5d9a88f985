package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.model.Apart;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The checks of arguments that run before anything is computed. */
final class Checks {
  private final Members members;

  Checks(Members members) {
    this.members = members;
  }

  /**
   * Objects have the classes the method was differentiated for; those that are changed or compared
   * arrive once.
   */
  void objects(CodeBlock.Builder code) {
    boolean arriveOnce =
        new Packing(members).hasFieldsToPutBack() || members.derived().comparesArrays();
    Map<CodeBlock, Form.Whole> all = new LinkedHashMap<>();
    for (Parameter parameter : members.signature().parameters()) {
      collect(parameter.form(), CodeBlock.of("$N", parameter.name()), all);
    }
    if (members.signature().hasRows() || arriveOnce && ObjectChecks.hasPassive(members)) {
      Map<String, CodeBlock> others = new LinkedHashMap<>();
      members.apart().stream()
          .filter(this::isOfElements)
          .map(Apart::second)
          .forEach(other -> others.put(called(other), access(other, all.keySet())));
      new ObjectChecks(members, arriveOnce, others).write(code);
    } else {
      all.forEach((access, form) -> ofClass(code, access.toString(), access, form));
      if (arriveOnce) {
        distinctObjects(code, List.copyOf(all.keySet()), all);
      }
    }
    members.apart().stream()
        .filter(pair -> !isOfElements(pair))
        .forEach(pair -> apart(code, pair, all.keySet()));
  }

  /** Whether the first of a pair are objects in the elements of an array. */
  private boolean isOfElements(Apart pair) {
    return pair.first().contains("[]")
        && members.locals().stream().noneMatch(l -> l.leaf().path().equals(pair.first()));
  }

  private void apart(CodeBlock.Builder code, Apart pair, Set<CodeBlock> objects) {
    boolean areArrays =
        members.locals().stream()
            .anyMatch(l -> l.leaf().path().equals(pair.first()) && l.holdsArray());
    CodeBlock first = access(pair.first(), objects);
    CodeBlock second = access(pair.second(), objects);
    code.addStatement(
        areArrays ? "$T.requireDistinct($S, $L, $S, $L)" : "$T.requireOther($S, $L, $S, $L)",
        JavaTypes.SHAPES,
        called(pair.first()),
        first,
        called(pair.second()),
        second);
  }

  private static String called(String reference) {
    return reference.replace("{", "").replace("}", "").replace(Op.Opaque.PRIVATE, ".");
  }

  /** What reads a parameter, a part of one, or a static field. */
  private CodeBlock access(String reference, Set<CodeBlock> objects) {
    if (reference.startsWith("{")) {
      return Templates.reading(reference);
    }
    return Stream.concat(
            objects.stream().filter(o -> o.toString().equals(reference)),
            members.locals().stream()
                .filter(l -> l.leaf().path().equals(reference))
                .map(Local::access))
        .findFirst()
        .orElseThrow();
  }

  /** An object has exactly the class it is taken for. */
  static void ofClass(CodeBlock.Builder code, String name, CodeBlock access, Form.Whole form) {
    if (!form.exactType().isEmpty()) {
      code.addStatement(
          "$T.requireClass($S, $L, $T.class)",
          JavaTypes.SHAPES,
          name,
          access,
          JavaTypes.className(form.exactType()));
    }
  }

  private static void distinctObjects(
      CodeBlock.Builder code, List<CodeBlock> objects, Map<CodeBlock, Form.Whole> forms) {
    for (int i = 0; i < objects.size(); i++) {
      CodeBlock one = objects.get(i);
      for (CodeBlock other : objects.subList(0, i)) {
        if (forms.get(one).dualType().equals(forms.get(other).dualType())) {
          code.addStatement(
              "$T.requireOther($S, $L, $S, $L)",
              JavaTypes.SHAPES,
              other.toString(),
              other,
              one.toString(),
              one);
        }
      }
    }
  }

  private static void collect(Form form, CodeBlock access, Map<CodeBlock, Form.Whole> all) {
    if (form instanceof Form.Choice choice) {
      all.put(access, choice.named().get(0).form());
    }
    if (form instanceof Form.Whole whole) {
      if (whole.isClass()) {
        all.put(access, whole);
      }
      for (Form.Part part : whole.ownParts()) {
        collect(part.form(), CodeBlock.of("$L.$L", access, part.reader()), all);
      }
    }
  }

  /** Every buffer of an object has one element and is the buffer of no other object. */
  void objectBuffers(CodeBlock.Builder code) {
    List<Parameter> objects =
        members.signature().differentiated().stream()
            .filter(p -> !(p.form() instanceof Form.Single))
            .toList();
    for (int i = 0; i < objects.size(); i++) {
      Parameter object = objects.get(i);
      String bar = members.bar(object);
      if (!(object.form() instanceof Form.Row)) {
        code.addStatement(
            "$T.requireOne($S, $N)", JavaTypes.SHAPES, object.name() + ": buffer " + bar, bar);
      } else {
        code.addStatement("$T.requireDistinctRows($S, $N)", JavaTypes.SHAPES, bar, bar);
      }
      for (Parameter other : objects.subList(0, i)) {
        oneEach(code, other, object);
      }
    }
  }

  private void oneEach(CodeBlock.Builder code, Parameter one, Parameter two) {
    String bar1 = members.bar(one);
    String bar2 = members.bar(two);
    if (one.form() instanceof Form.Row && two.form() instanceof Form.Row) {
      code.addStatement(
          "$T.requireDistinct($S, $N, $S, $N)", JavaTypes.SHAPES, bar1, bar1, bar2, bar2);
    } else if (Members.dual(one).equals(Members.dual(two))) {
      code.addStatement(
          "$T.requireTwo($S, $N, $S, $N)", JavaTypes.SHAPES, one.name(), bar1, two.name(), bar2);
    }
  }

  /** Every buffer has the shape of its leaf. */
  void buffers(CodeBlock.Builder code) {
    for (Local local : members.differentiated()) {
      if (local.isArray() && local.leaf().isOwn()) {
        continue;
      }
      if (local.isArray()) {
        shape(code, local, local.bar());
      } else if (local.isWhole()) {
        code.addStatement(
            "$T.requireScalar($S, $N)",
            JavaTypes.SHAPES,
            local.leaf().path() + ": buffer " + local.bar(),
            local.bar());
      }
    }
  }

  /** Every tangent of an array has the shape of its leaf. */
  void tangents(CodeBlock.Builder code) {
    members.differentiated().stream()
        .filter(local -> local.isArray() && !local.leaf().isOwn())
        .forEach(local -> shape(code, local, local.dot()));
  }

  /** Every array of tangents that changes is found once. */
  void changedTangents(CodeBlock.Builder code) {
    List<CodeBlock> arrays = new Packing(members).changedTangents();
    for (int i = 0; i < arrays.size(); i++) {
      CodeBlock array = arrays.get(i);
      code.addStatement(
          "$T.requireDistinctRows($S, $L)", JavaTypes.SHAPES, array.toString(), array);
      for (CodeBlock other : arrays.subList(0, i)) {
        code.addStatement(
            "$T.requireDistinct($S, $L, $S, $L)",
            JavaTypes.SHAPES,
            other.toString(),
            other,
            array.toString(),
            array);
      }
    }
  }

  private static void shape(CodeBlock.Builder code, Local local, String name) {
    code.addStatement(
        "$T.require($S, $N, $N)",
        JavaTypes.SHAPES,
        local.leaf().path() + ": " + name,
        local.name(),
        name);
  }

  /** No array that is written is also another argument. */
  void distinct(CodeBlock.Builder code) {
    writtenMatrices().forEach(local -> distinctRows(code, local));
    pairs((a, b) -> distinct(code, a, b));
  }

  private static void distinctRows(CodeBlock.Builder code, Local local) {
    code.addStatement(
        "$T.requireDistinctRows($S, $L)", JavaTypes.SHAPES, local.leaf().path(), local.access());
  }

  /** Where an array that is written is also another argument, their buffers are one as well. */
  void sameAliasing(CodeBlock.Builder code, Function<Local, String> buffer) {
    for (Local matrix : writtenMatrices()) {
      if (matrix.isDifferentiated()) {
        sameAliasing(code, buffer, matrix, matrix);
      } else {
        distinctRows(code, matrix);
      }
    }
    pairs(
        (a, b) -> {
          if (a.isDifferentiated() && b.isDifferentiated()) {
            sameAliasing(code, buffer, a, b);
          } else {
            distinct(code, a, b);
          }
        });
  }

  private static void sameAliasing(
      CodeBlock.Builder code, Function<Local, String> buffer, Local a, Local b) {
    code.addStatement(
        "$T.requireSameAliasing($S, $L, $L, $S, $L, $L)",
        JavaTypes.SHAPES,
        a.leaf().path(),
        a.inside(a.name()),
        a.inside(buffer.apply(a)),
        b.leaf().path(),
        b.inside(b.name()),
        b.inside(buffer.apply(b)));
  }

  /** The written leaves whose rows could be one array. */
  private List<Local> writtenMatrices() {
    return members.locals().stream()
        .filter(l -> members.isWritten(l) && !l.leaf().isOwn())
        .filter(l -> l.held() instanceof ArrayType a && a.rank() > 1)
        .toList();
  }

  private static void distinct(CodeBlock.Builder code, Local a, Local b) {
    code.addStatement(
        "$T.requireDistinct($S, $L, $S, $L)",
        JavaTypes.SHAPES,
        a.leaf().path(),
        a.access(),
        b.leaf().path(),
        b.access());
  }

  /** Whether two differentiated arguments overlap; empty if they cannot. */
  Optional<CodeBlock> overlap() {
    List<CodeBlock> tests = new ArrayList<>();
    pairs(
        (a, b) -> {
          if (a.isDifferentiated() && b.isDifferentiated()) {
            tests.add(
                CodeBlock.of(
                    "$T.share($L, $L)", JavaTypes.SHAPES, a.inside(a.name()), b.inside(b.name())));
          }
        });
    return tests.isEmpty() ? Optional.empty() : Optional.of(CodeBlock.join(tests, " || "));
  }

  private interface Pair {
    void accept(Local a, Local b);
  }

  /** The pairs of arrays that could be one and of which one is written. */
  private void pairs(Pair action) {
    List<Local> locals = members.locals();
    for (int i = 0; i < locals.size(); i++) {
      for (int j = i + 1; j < locals.size(); j++) {
        Local a = locals.get(i);
        Local b = locals.get(j);
        boolean isWritten = members.isWritten(a) || members.isWritten(b);
        if (isWritten && mayShare(a, b)) {
          action.accept(a, b);
        }
      }
    }
  }

  private static boolean mayShare(Local a, Local b) {
    return !a.leaf().isOwn()
        && !b.leaf().isOwn()
        && a.held() instanceof ArrayType first
        && b.held() instanceof ArrayType second
        && first.innermost().equals(second.innermost());
  }
}
