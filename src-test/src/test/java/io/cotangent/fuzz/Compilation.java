package io.cotangent.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What came out of one run of the compiler.
 *
 * @param classes byte code by binary name; incomplete if there are errors
 * @param generated sources the processor wrote, by class name
 */
record Compilation(
    Map<String, byte[]> classes,
    Map<String, String> generated,
    List<Diagnostic<? extends JavaFileObject>> errors) {

  /** The first error in a class or the one generated for it. */
  Optional<Failure> failure(String className) {
    for (Diagnostic<? extends JavaFileObject> error : errors) {
      String file = error.getSource() == null ? "" : error.getSource().getName();
      if (file.equals("/fuzz/" + className + ".java")) {
        boolean ours = error.getMessage(null).contains("[AD");
        return Optional.of(
            new Failure(ours ? Failure.Kind.REFUSED : Failure.Kind.UNCOMPILABLE, error.toString()));
      }
      if (file.equals("/fuzz/" + className + "Adjoint.java")) {
        return Optional.of(new Failure(Failure.Kind.UNCOMPILABLE, error.toString()));
      }
    }
    return Optional.empty();
  }

  /** Loads the classes. */
  ClassLoader loader() {
    return new ClassLoader(Compilation.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }
}
