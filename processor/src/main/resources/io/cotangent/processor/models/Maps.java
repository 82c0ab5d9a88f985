package io.cotangent.models;

import java.util.*;
import java.util.function.*;

/** A map to things that are taken apart: a real map says where in an array the value of a key is. */
class Keyed<K, V> {
  private final Map<Object, Integer> places;
  private V[] values;
  private int used;
  private int changes;

  /** The keys in the order of the map; null if they have changed since they were asked for. */
  private List<Object> keys;

  Keyed(Map<Object, Integer> places) {
    this.places = places;
    values = Library.newLike(values, 8);
  }

  int size() {
    return places.size();
  }

  int changes() {
    return changes;
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  boolean containsKey(Object key) {
    return places.containsKey(key);
  }

  V get(Object key) {
    Integer place = places.get(key);
    return place == null ? null : values[place];
  }

  V getOrDefault(Object key, V other) {
    Integer place = places.get(key);
    return place == null ? other : values[place];
  }

  V put(K key, V value) {
    Integer place = places.get(key);
    if (place == null) {
      insert(key, value);
      return null;
    }
    V before = values[place];
    values[place] = value;
    return before;
  }

  private void insert(K key, V value) {
    if (used == values.length) {
      gather();
    }
    places.put(key, used);
    keys = null;
    values[used] = value;
    used++;
    changes++;
  }

  /** Moves the values into a new array, without those whose keys are gone. */
  private void gather() {
    V[] longer = Library.newLike(values, 2 * places.size() + 8);
    List<Object> all = keys();
    for (int i = 0; i < all.size(); i++) {
      longer[i] = at(i);
      places.put(all.get(i), i);
    }
    used = all.size();
    values = longer;
  }

  V putIfAbsent(K key, V value) {
    V before = get(key);
    if (before == null) {
      put(key, value);
    }
    return before;
  }

  void putAll(Keyed<? extends K, ? extends V> others) {
    for (int i = 0; i < others.size(); i++) {
      put(others.key(i), others.at(i));
    }
  }

  V remove(Object key) {
    Integer place = places.remove(key);
    if (place == null) {
      return null;
    }
    keys = null;
    changes++;
    return values[place];
  }

  void clear() {
    places.clear();
    keys = null;
    used = 0;
    changes++;
  }

  V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> f) {
    Objects.requireNonNull(value);
    V before = get(key);
    return become(key, before == null ? value : f.apply(before, value));
  }

  V compute(K key, BiFunction<? super K, ? super V, ? extends V> f) {
    return become(key, f.apply(key, get(key)));
  }

  V computeIfAbsent(K key, Function<? super K, ? extends V> f) {
    V before = get(key);
    if (before != null) {
      return before;
    }
    V value = f.apply(key);
    if (value != null) {
      put(key, value);
    }
    return value;
  }

  V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> f) {
    V before = get(key);
    return before == null ? null : become(key, f.apply(key, before));
  }

  private V become(K key, V value) {
    if (value == null) {
      remove(key);
    } else {
      put(key, value);
    }
    return value;
  }

  /** A view of the keys, through which none can be removed. */
  Set<?> keySet() {
    return Collections.unmodifiableSet(places.keySet());
  }

  View<V> values() {
    return new View<>(this, i -> at(i));
  }

  View<Entry<K, V>> entrySet() {
    return new View<>(this, i -> new Entry<>(this, key(i)));
  }

  void forEach(BiConsumer<? super K, ? super V> action) {
    Objects.requireNonNull(action);
    int before = changes;
    for (int i = 0; i < size(); i++) {
      action.accept(key(i), at(i));
      if (changes != before) {
        throw new ConcurrentModificationException();
      }
    }
  }

  void replaceAll(BiFunction<? super K, ? super V, ? extends V> f) {
    Objects.requireNonNull(f);
    for (int i = 0; i < size(); i++) {
      K key = key(i);
      put(key, f.apply(key, at(i)));
    }
  }

  List<Object> keys() {
    if (keys == null) {
      keys = new ArrayList<Object>(places.keySet());
    }
    return keys;
  }

  K key(int index) {
    return (K) keys().get(index);
  }

  V at(int index) {
    return values[places.get(keys().get(index))];
  }
}

/** A map without an order. */
final class Hashed<K, V> extends Keyed<K, V> {
  Hashed() {
    super(new HashMap<Object, Integer>());
  }

  Hashed(int capacity) {
    super(new HashMap<Object, Integer>(capacity));
  }

  Hashed(Keyed<? extends K, ? extends V> others) {
    this();
    putAll(others);
  }
}

/** A map in the order of insertion. */
final class Linked<K, V> extends Keyed<K, V> {
  Linked() {
    super(new LinkedHashMap<Object, Integer>());
  }

  Linked(int capacity) {
    super(new LinkedHashMap<Object, Integer>(capacity));
  }

  Linked(Keyed<? extends K, ? extends V> others) {
    this();
    putAll(others);
  }
}

/** A map in the order of its keys. */
final class Ordered<K, V> extends Keyed<K, V> {
  Ordered() {
    super(new TreeMap<Object, Integer>());
  }

  Ordered(Keyed<? extends K, ? extends V> others) {
    this();
    putAll(others);
  }

  K firstKey() {
    return require(0);
  }

  K lastKey() {
    return require(size() - 1);
  }

  private K require(int index) {
    if (isEmpty()) {
      throw new NoSuchElementException();
    }
    return key(index);
  }

  Entry<K, V> firstEntry() {
    return isEmpty() ? null : new Entry<>(this, firstKey());
  }

  Entry<K, V> lastEntry() {
    return isEmpty() ? null : new Entry<>(this, lastKey());
  }
}

/** A key and its value, as the map has it. */
final class Entry<K, V> {
  private final Keyed<K, V> map;
  private final K key;

  Entry(Keyed<K, V> map, K key) {
    this.map = map;
    this.key = key;
  }

  K getKey() {
    return key;
  }

  V getValue() {
    return map.get(key);
  }

  V setValue(V value) {
    return map.put(key, value);
  }
}

/** What a map holds for each of its keys, in their order, as it is now. */
final class View<T> implements Sequence<T> {
  private final Keyed<?, ?> map;
  private final IntFunction<T> elements;

  View(Keyed<?, ?> map, IntFunction<T> elements) {
    this.map = map;
    this.elements = elements;
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public int changes() {
    return map.changes();
  }

  @Override
  public T get(int index) {
    return elements.apply(index);
  }
}
