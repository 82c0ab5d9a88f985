package io.cotangent.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Handles of static fields that generated code cannot name. */
public final class PrivateFields {
  private PrivateFields() {}

  /**
   * The handle of a private static field.
   *
   * @param lookup that of a class in the module and package of the field's class
   * @param type the erasure of the type it is declared with
   * @throws LinkageError if the class was compiled again since, without the field
   */
  public static VarHandle handle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, lookup).findStaticVarHandle(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw new IncompatibleClassChangeError(owner.getName() + '.' + name + ": " + e);
    }
  }
}
