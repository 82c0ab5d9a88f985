package io.cotangent.processor.analysis;

import io.cotangent.processor.analysis.Handovers.Handover;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.TapeType;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which arrays a function may borrow instead of making them, and when they are given back.
 *
 * <p>The pieces a long function was cut into borrow with it, unless they are called in loops.
 *
 * <p>An array may be borrowed if nobody holds it when the function returns: it is no result,
 * reachable from none and from no parameter, and never handed to code we do not know. Arrays made
 * in loops have a place of their own where they can ({@link Shelving}). For the others, a
 * <em>scope</em> is the body of a loop that is left by all such arrays made in it with no reference
 * to them: they are given back at its end. Arrays made in loops none of which is a scope are
 * borrowed only if the innermost loop records something, so that memory grows with its iterations
 * anyway.
 */
public final class Lending {
  private static final String RUNTIME = "{io.cotangent.runtime.";

  private final Unit unit;
  private final Memory memory;
  private final Stability stability;
  private final Shelving shelving;
  private final Map<String, Integer> calls = new HashMap<>();
  private final List<Value> pushed = new ArrayList<>();
  private final List<Value> foreign = new ArrayList<>();
  private final Map<Value, String> refused = new LinkedHashMap<>();
  private final Set<Value> lent = new LinkedHashSet<>();
  private final Set<Value> overwritten = new LinkedHashSet<>();
  private final Set<String> functions = new LinkedHashSet<>();
  private final Set<Region> scopes = Collections.newSetFromMap(new IdentityHashMap<>());

  private Lending(Unit unit, Function function) {
    this.unit = unit;
    functions.add(function.name());
    collect(unit, function, new HashSet<>());
    function.params().stream().filter(Lending::holdsArrays).forEach(foreign::add);
    foreign.addAll(function.body().yields());
    List<Handover> handovers = Handovers.in(function.body());
    this.memory = Memory.of(unit, same(handovers));
    this.stability = new Stability(memory, function.name(), foreign);
    this.shelving = new Shelving(memory.layout(function.name()), stability);
    shelving.plan(handovers, function.body());
    unit.functions().values().forEach(f -> countCalls(f.body()));
    lend(function.body(), List.of());
    overwritten.addAll(Overwriting.in(function.body()));
  }

  /** A piece that was cut out of the function another one is about. */
  private Lending(Lending whole, Function piece) {
    this.unit = whole.unit;
    functions.add(piece.name());
    this.memory = whole.memory;
    this.foreign.addAll(whole.foreign);
    this.calls.putAll(whole.calls);
    this.stability = new Stability(memory, piece.name(), foreign);
    this.shelving = null;
    lend(piece.body(), List.of());
    overwritten.addAll(Overwriting.in(piece.body()));
  }

  /** Nothing is borrowed. */
  public static Lending none() {
    return new Lending();
  }

  private Lending() {
    this.unit = null;
    this.memory = null;
    this.stability = null;
    this.shelving = null;
  }

  /** What is popped is something that was pushed; what is handed over is known. */
  private List<List<Value>> same(List<Handover> handovers) {
    List<List<Value>> same = new ArrayList<>();
    for (Handover handover : handovers) {
      same.add(List.of(handover.made(), handover.taken()));
      pushed.removeAll(List.of(handover.made(), handover.taken()));
    }
    same.add(pushed);
    return same;
  }

  /** What a function of a unit borrows. */
  public static Lending of(Unit unit, Function function) {
    return new Lending(unit, function);
  }

  /** What those of these functions of a unit borrow that are there and have a tape. */
  public static List<Lending> ofEntries(Unit unit, List<String> names) {
    return names.stream()
        .map(unit.functions()::get)
        .filter(f -> f != null && hasTape(f.params()) && makesArrays(f.body()))
        .map(f -> of(unit, f))
        .toList();
  }

  private static boolean hasTape(List<Value> values) {
    return !values.isEmpty() && values.get(0).type() == TapeType.TAPE;
  }

  /** Whether the region, or a function it calls, may make arrays. */
  private static boolean makesArrays(Region region) {
    return region.has(
        op -> op instanceof Op.NewArray || op instanceof Op.CopyArray || op instanceof Op.Call);
  }

  /** Whether anything is borrowed. */
  public boolean isUsed() {
    return !lent.isEmpty();
  }

  /** The arrays that are borrowed, in the order of the program. */
  public Set<Value> lent() {
    return Collections.unmodifiableSet(lent);
  }

  /** The function and those of its pieces that borrow for it. */
  public Set<String> functions() {
    return Collections.unmodifiableSet(functions);
  }

  /** The other arrays the function makes, with the reason. */
  public Map<Value, String> refused() {
    return Collections.unmodifiableMap(refused);
  }

  /** Whether the new array is borrowed. */
  public boolean isLent(Value array) {
    return lent.contains(array);
  }

  /** Whether each element of the new array is set before it is read. */
  public boolean isOverwritten(Value array) {
    return overwritten.contains(array);
  }

  /** Whether what was borrowed in the region is given back at its end. */
  public boolean isScope(Region region) {
    return scopes.contains(region);
  }

  /** Whether it is about this function itself, not a piece of another. */
  public boolean isOf(String function) {
    return !functions.isEmpty() && functions.iterator().next().equals(function);
  }

  /** How many shelves are borrowed for arrays with a place of their own. */
  public int shelves() {
    return shelving == null ? 0 : shelving.shelves();
  }

  /** The place of a new array, if it has one. */
  public Optional<Place> placeOf(Value array) {
    return shelving == null ? Optional.empty() : shelving.of(array);
  }

  /** Where the array lies that would be popped, if it has a place. */
  public Optional<Place> placeOfTaken(Value array) {
    return shelving == null ? Optional.empty() : shelving.ofTaken(array);
  }

  /** Whether what would be pushed is found at its place instead. */
  public boolean isLeft(Op.Push push) {
    return shelving != null && shelving.isLeft(push);
  }

  /** An array of numbers that somebody holds leads to nothing else. */
  private static boolean holdsArrays(Value param) {
    return param.type() instanceof ArrayType array && array.element().isReference();
  }

  /** Looks at the function and all it calls: others do not see its tape while it runs. */
  private void collect(Unit unit, Function function, Set<String> seen) {
    collect(function.body());
    for (String callee : callees(function.body(), new LinkedHashSet<>())) {
      if (seen.add(callee)) {
        collect(unit, unit.function(callee), seen);
      }
    }
  }

  private static Set<String> callees(Region region, Set<String> found) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Call call) {
        found.add(call.callee());
      }
      op.regions().forEach(r -> callees(r, found));
    }
    return found;
  }

  private void countCalls(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Call call) {
        calls.merge(call.callee(), 1, Integer::sum);
      }
      op.regions().forEach(this::countCalls);
    }
  }

  /** A function that runs once for each run of this one, and has its tape. */
  private boolean isPiece(Op.Call call) {
    return calls.get(call.callee()) == 1
        && hasTape(call.args())
        && unit.function(call.callee()).link().isEmpty();
  }

  private void lendIn(Lending piece) {
    lent.addAll(piece.lent);
    refused.putAll(piece.refused);
    overwritten.addAll(piece.overwritten);
    scopes.addAll(piece.scopes);
    functions.addAll(piece.functions);
  }

  /** What stays on the tape, and what goes to code that may hold it. */
  private void collect(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Push push && push.pushed().type() instanceof ArrayType) {
        pushed.add(push.pushed());
      } else if (op instanceof Op.Pop pop && pop.value().type() instanceof ArrayType) {
        pushed.add(pop.value());
      } else if (op instanceof Op.Opaque opaque && !opaque.java().startsWith(RUNTIME)) {
        opaque.args().stream().filter(a -> a.type() instanceof ArrayType).forEach(foreign::add);
        opaque.results().stream().filter(r -> r.type() instanceof ArrayType).forEach(foreign::add);
      }
      op.regions().forEach(this::collect);
    }
  }

  /** Decides for the arrays made in a region; {@code loops} are around it, the innermost last. */
  private void lend(Region region, List<Region> loops) {
    for (Op op : region.ops()) {
      if (op instanceof Op.NewArray || op instanceof Op.CopyArray) {
        Value made = op.result();
        obstacle(op, loops).ifPresentOrElse(why -> refused.put(made, why), () -> lent.add(made));
      }
      if (op instanceof Op.Call call && loops.isEmpty() && isPiece(call)) {
        lendIn(new Lending(this, unit.function(call.callee())));
      }
      for (Region inner : op.regions()) {
        List<Region> around = new ArrayList<>(loops);
        if (op instanceof Op.For || op instanceof Op.While) {
          around.add(inner);
          if (isBody(op, inner) && isConfined(inner)) {
            scopes.add(inner);
          }
        }
        lend(inner, around);
      }
    }
  }

  private static boolean isBody(Op op, Region region) {
    return op instanceof Op.For || region == op.regions().get(1);
  }

  /** Why an array is not borrowed. */
  private Optional<String> obstacle(Op op, List<Region> loops) {
    if (hasPlace(op)) {
      return Optional.empty();
    }
    if (!isKnown(op) && !isKnownCopy(op)) {
      return Optional.of("the tape has no arrays of this kind");
    }
    if (stability.belongsToOthers(op.result())) {
      return Optional.of("somebody may hold it when the method returns");
    }
    return isKept(loops) ? Optional.empty() : Optional.of("each iteration would borrow another");
  }

  private boolean isKept(List<Region> loops) {
    return loops.isEmpty()
        || loops.stream().anyMatch(scopes::contains)
        || loops.get(loops.size() - 1).has(Op.Push.class::isInstance);
  }

  /** Whether an operation makes an array the tape knows to lend, and nobody keeps it. */
  private boolean mayBeLent(Op op) {
    return (isKnown(op) || isKnownCopy(op)) && !stability.belongsToOthers(op.result());
  }

  private boolean hasPlace(Op op) {
    return op instanceof Op.NewArray made && placeOf(made.value()).isPresent();
  }

  private static boolean isKnown(Op op) {
    if (!(op instanceof Op.NewArray array)) {
      return false;
    }
    ArrayType type = (ArrayType) array.value().type();
    boolean isMatrix = type.innermost() == Primitive.DOUBLE && type.rank() == 2;
    return array.dimensions().size() == type.rank() && (isMatrix || isRow(type));
  }

  /** A snapshot is left out: it may be of any shape. */
  private static boolean isKnownCopy(Op op) {
    return op instanceof Op.CopyArray copy
        && copy.kind() != Op.CopyArray.Kind.DEEP
        && isRow((ArrayType) copy.value().type());
  }

  private static boolean isRow(ArrayType type) {
    return type.rank() == 1
        && (type.innermost() == Primitive.DOUBLE
            || type.innermost() == Primitive.FLOAT
            || type.innermost() == Primitive.INT);
  }

  /** Whether arrays without a place are lent in the region and none of them leaves it. */
  private boolean isConfined(Region region) {
    List<Value> made = new ArrayList<>();
    findLendable(region, made);
    return !made.isEmpty() && made.stream().allMatch(v -> stability.isPrivate(v, region));
  }

  private void findLendable(Region region, List<Value> made) {
    for (Op op : region.ops()) {
      if (mayBeLent(op) && !hasPlace(op)) {
        made.add(op.result());
      }
      op.regions().forEach(r -> findLendable(r, made));
    }
  }
}
