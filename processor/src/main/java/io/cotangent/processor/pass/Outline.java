package io.cotangent.processor.pass;

import io.cotangent.processor.analysis.FreeValues;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Substitution;
import io.cotangent.processor.ir.TapeType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes functions of the pieces of a region. What a piece needs from outside are its parameters; if
 * it defines one value for others, that is its result. Of several, numbers travel in a frame: the
 * piece stores them there, and who needs one loads it.
 */
final class Outline {
  /** Pieces of fewer bytes stay: a call takes as many, or not much less. */
  private static final int WORTH_A_CALL = 60;

  /** Of the 255 slots the JVM grants, what is filled before numbers go through the frame. */
  private static final int PARAMETER_SLOTS = 200;

  /** Stands for the region itself among those that use a value. */
  private static final int REST = -1;

  private final Splitter splitter;
  private final Region region;
  private final List<Cuts.Piece> pieces;
  private final Map<Value, Set<Integer>> users = new HashMap<>();
  private final Map<Value, Frames.Slot> framed = new HashMap<>();
  private final List<Op> rest = new ArrayList<>();
  private final Reader restReader = new Reader(rest);

  Outline(Splitter splitter, Region region, List<Cuts.Piece> pieces) {
    this.splitter = splitter;
    this.region = region;
    this.pieces = pieces.stream().filter(this::isWorthACall).toList();
  }

  private boolean isWorthACall(Cuts.Piece piece) {
    int bytes = ops(piece).stream().mapToInt(splitter.size()::of).sum();
    return bytes > Math.min(WORTH_A_CALL, splitter.pieceLimit() / 5);
  }

  private List<Op> ops(Cuts.Piece piece) {
    return region.ops().subList(piece.from(), piece.to());
  }

  /** The region with calls in the place of its pieces. */
  Region run() {
    collectUsers();
    int at = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Cuts.Piece piece = pieces.get(i);
      region.ops().subList(at, piece.from()).forEach(restReader::add);
      outline(i, ops(piece));
      at = piece.to();
    }
    region.ops().subList(at, region.ops().size()).forEach(restReader::add);
    return new Region(region.params(), rest, restReader.values(region.yields()));
  }

  private void collectUsers() {
    int piece = 0;
    for (int i = 0; i < region.ops().size(); i++) {
      while (piece < pieces.size() && pieces.get(piece).to() <= i) {
        piece++;
      }
      boolean isInside = piece < pieces.size() && pieces.get(piece).from() <= i;
      int user = isInside ? piece : REST;
      FreeValues.of(region.ops().get(i)).forEach(v -> addUser(v, user));
    }
    region.yields().forEach(v -> addUser(v, REST));
  }

  private void addUser(Value value, int user) {
    users.computeIfAbsent(value, v -> new LinkedHashSet<>()).add(user);
  }

  private void outline(int piece, List<Op> ops) {
    List<Value> outputs = outputs(piece, ops);
    List<Value> returned = returned(outputs);
    for (Value output : outputs) {
      if (!returned.contains(output)) {
        framed.put(output, splitter.frames().slot((Primitive) output.type()));
      }
    }
    List<Value> inputs = inputs(ops);
    List<Op> body = new ArrayList<>();
    Map<Value, Value> params = new LinkedHashMap<>();
    inputs.forEach(v -> params.put(v, v.copy()));
    Reader reader = new Reader(body, params);
    for (Op op : ops) {
      reader.add(op);
      for (Value result : op.results()) {
        if (framed.containsKey(result) && !returned.contains(result)) {
          body.add(reader.bound(framed.get(result)).store(result));
        }
      }
    }
    List<Type> types = returned.stream().map(Value::type).toList();
    Region code = new Region(List.copyOf(params.values()), body, reader.values(returned));
    String name = splitter.nextName();
    splitter.add(new Function(name, code, types));
    // What the piece defines is inside it now: here it is what the call gives.
    List<Value> results = returned.stream().map(Value::copy).toList();
    rest.add(new Op.Call(results, name, restReader.values(inputs), Origin.NONE));
    restReader.replace(returned, results);
  }

  private List<Value> outputs(int piece, List<Op> ops) {
    List<Value> outputs = new ArrayList<>();
    for (Op op : ops) {
      for (Value result : op.results()) {
        if (users.getOrDefault(result, Set.of()).stream().anyMatch(u -> u != piece)) {
          outputs.add(result);
        }
      }
    }
    return outputs;
  }

  /** The results of a call: all references, or one number. */
  private List<Value> returned(List<Value> outputs) {
    if (outputs.size() <= 1) {
      return outputs;
    }
    List<Value> references = outputs.stream().filter(v -> v.type().isReference()).toList();
    if (!references.isEmpty()) {
      return references;
    }
    Set<Integer> onlyRest = Set.of(REST);
    return outputs.stream().filter(v -> onlyRest.equals(users.get(v))).limit(1).toList();
  }

  /** What a piece is given, the tape first; the frames of what it loads and stores included. */
  private List<Value> inputs(List<Op> ops) {
    Set<Value> inputs = new LinkedHashSet<>();
    Set<Value> free = FreeValues.of(ops);
    free.stream().filter(v -> v.type() == TapeType.TAPE).forEach(inputs::add);
    for (Value value : free) {
      Frames.Slot slot = framed.get(value);
      if (!splitter.isConstant(value)) {
        inputs.add(slot == null ? value : slot.array());
      }
    }
    for (Op op : ops) {
      op.results().stream()
          .filter(framed::containsKey)
          .forEach(v -> inputs.add(framed.get(v).array()));
    }
    return withinLimit(inputs);
  }

  /** More parameters than a method may have: numbers are put into the frame before the call. */
  private List<Value> withinLimit(Set<Value> inputs) {
    List<Value> given = new ArrayList<>(inputs);
    int slots = given.stream().mapToInt(v -> CodeSize.width(v.type())).sum();
    for (Value value : inputs) {
      if (slots > PARAMETER_SLOTS && value.type() instanceof Primitive type) {
        Frames.Slot slot = splitter.frames().slot(type);
        rest.add(slot.store(restReader.value(value)));
        framed.put(value, slot);
        given.remove(value);
        if (!given.contains(slot.array())) {
          given.add(slot.array());
        }
        slots -= CodeSize.width(type);
      }
    }
    return given;
  }

  /** Appends operations to a place and loads from the frame what they need and it has not yet. */
  private final class Reader {
    private final List<Op> place;
    private final Map<Value, Value> names;
    private final Set<Value> defined = new LinkedHashSet<>();

    Reader(List<Op> place) {
      this(place, new HashMap<>());
    }

    Reader(List<Op> place, Map<Value, Value> names) {
      this.place = place;
      this.names = new HashMap<>(names);
    }

    void add(Op op) {
      FreeValues.of(op).forEach(this::value);
      place.add(new Substitution(names).apply(op));
      defined.addAll(op.results());
    }

    /** What a value is called here. */
    Value value(Value value) {
      Value known = names.get(value);
      if (known != null) {
        return known;
      }
      Frames.Slot slot = framed.get(value);
      if (slot == null || defined.contains(value)) {
        return value;
      }
      Value loaded = value.copy();
      place.add(bound(slot).load(loaded));
      names.put(value, loaded);
      return loaded;
    }

    List<Value> values(List<Value> values) {
      return values.stream().map(this::value).toList();
    }

    void replace(List<Value> from, List<Value> to) {
      for (int i = 0; i < from.size(); i++) {
        names.put(from.get(i), to.get(i));
      }
    }

    /** The slot under the names of this place. */
    Frames.Slot bound(Frames.Slot slot) {
      return new Frames.Slot(names.getOrDefault(slot.array(), slot.array()), slot.index());
    }
  }
}
