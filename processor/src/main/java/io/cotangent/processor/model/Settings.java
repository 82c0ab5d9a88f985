package io.cotangent.processor.model;

import java.util.Set;

/**
 * What the user chose for a compilation.
 *
 * @param disabled what is not to be done
 * @param methodSize how many bytes of bytecode a generated method may have, about
 * @param kinship what is known of its classes
 */
public record Settings(Set<Optimisation> disabled, int methodSize, Kinship kinship) {
  /** Methods of up to 5000 bytes run as fast as short ones; HotSpot compiles none beyond 8000. */
  public static final int METHOD_SIZE = 5000;

  /** Everything as fast as can be. */
  public static final Settings DEFAULT = new Settings(Set.of(), METHOD_SIZE);

  public Settings {
    disabled = Set.copyOf(disabled);
  }

  /** Where nothing is known of classes. */
  public Settings(Set<Optimisation> disabled, int methodSize) {
    this(disabled, methodSize, Kinship.UNKNOWN);
  }

  /** The same for a compilation whose classes are known. */
  public Settings knowing(Kinship classes) {
    return new Settings(disabled, methodSize, classes);
  }

  /** Whether something is to be done. */
  public boolean uses(Optimisation optimisation) {
    return !disabled.contains(optimisation);
  }
}
