package io.cotangent.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import io.cotangent.processor.ir.IrInterpreter;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.report.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A class of a test, given as source: its methods lowered, and the same methods compiled. */
final class LoweredClass {
  private final Path folder;
  private final String name;
  private final Program program;
  private final TypeElement type;

  private LoweredClass(Path folder, String name, Program program, TypeElement type) {
    this.folder = folder;
    this.name = name;
    this.program = program;
    this.type = type;
  }

  /** Attributes the source of a class in the unnamed package. */
  static LoweredClass of(Path folder, String name, String source) throws IOException {
    Files.writeString(folder.resolve(name + ".java"), source);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
    Iterable<? extends JavaFileObject> units =
        files.getJavaFileObjects(folder.resolve(name + ".java"));
    JavacTask task =
        (JavacTask) javac.getTask(null, files, d -> {}, List.of("-proc:none"), null, units);
    for (CompilationUnitTree unit : task.parse()) {
      Trees.instance(task).getSourcePositions().getEndPosition(unit, unit);
    }
    task.analyze();
    return new LoweredClass(
        folder, name, Program.of(task, List.of()), task.getElements().getTypeElement(name));
  }

  /** The names of the methods that are neither private nor helpers. */
  List<String> methods() {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .map(m -> m.getSimpleName().toString())
        .filter(n -> !n.startsWith("help"))
        .distinct()
        .toList();
  }

  private ExecutableElement method(String method) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(m -> m.getSimpleName().contentEquals(method))
        .findFirst()
        .orElseThrow();
  }

  /** The text a problem points at. */
  String textOf(Object site) {
    return ((Site) site).tree().toString();
  }

  Optional<Unit> lower(String method, Report report) {
    return Lowering.lower(program.find(method(method)).orElseThrow(), program, 1, report)
        .map(Lowered::unit);
  }

  /** Interpreters of lowered methods, with what is opaque in them compiled beside the class. */
  Map<String, IrInterpreter> interpreters(Map<String, Unit> units) throws Exception {
    // The interpreter knows an opaque operation by its text: each gets one of its own.
    List<Op.Opaque> opaques = new ArrayList<>();
    Map<String, IrInterpreter> interpreters = new LinkedHashMap<>();
    units.forEach(
        (key, unit) ->
            interpreters.put(
                key, new IrInterpreter(unit.map(f -> f.withBody(renamed(f.body(), opaques))))));
    StringBuilder source = new StringBuilder("final class Opaques {\n");
    for (int i = 0; i < opaques.size(); i++) {
      source.append(method("op" + i, opaques.get(i)));
    }
    compile(source.append("}\n").toString());
    Class<?> compiled = loader.loadClass("Opaques");
    for (int i = 0; i < opaques.size(); i++) {
      String name = "op" + i;
      Method method = find(compiled, name);
      interpreters.values().forEach(in -> in.with(name, args -> invoke(method, args.toArray())));
    }
    return interpreters;
  }

  private static Region renamed(Region region, List<Op.Opaque> opaques) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      List<Region> regions = op.regions().stream().map(r -> renamed(r, opaques)).toList();
      if (op instanceof Op.Opaque o) {
        ops.add(
            new Op.Opaque(
                o.results(), "op" + opaques.size(), o.args(), o.nature(), o.callee(), o.origin()));
        opaques.add(o);
      } else {
        ops.add(op.rebuild(op.results(), op.operands(), regions));
      }
    }
    return new Region(region.params(), ops, region.yields());
  }

  private static String method(String name, Op.Opaque opaque) {
    String java = opaque.java().replaceAll("\\{([^}]*)}", "$1").replaceAll("#(\\d+)", "a$1");
    List<String> params = new ArrayList<>();
    for (int i = 0; i < opaque.args().size(); i++) {
      params.add(opaque.args().get(i).type() + " a" + i);
    }
    String result = opaque.results().isEmpty() ? "void" : type(opaque.result().type());
    String back = opaque.results().isEmpty() ? "" : "return ";
    return "static %s %s(%s) throws Throwable { %s%s; }\n"
        .formatted(result, name, String.join(", ", params), back, java);
  }

  private static String type(Type type) {
    return type.toString();
  }

  private URLClassLoader loader;

  private void compile(String opaques) throws IOException {
    Files.writeString(folder.resolve("Opaques.java"), opaques);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
    StringWriter messages = new StringWriter();
    boolean compiled =
        javac
            .getTask(
                messages,
                files,
                null,
                List.of("-proc:none", "-d", folder.toString()),
                null,
                files.getJavaFileObjects(
                    folder.resolve(name + ".java"), folder.resolve("Opaques.java")))
            .call();
    if (!compiled) {
      throw new IllegalStateException(messages + opaques);
    }
    loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    loader.setDefaultAssertionStatus(true);
  }

  private static Method find(Class<?> in, String method) {
    Method found =
        Arrays.stream(in.getDeclaredMethods())
            .filter(m -> m.getName().equals(method))
            .findFirst()
            .orElseThrow();
    found.setAccessible(true);
    return found;
  }

  /** The compiled method of that name. */
  Method compiled(String method) throws ClassNotFoundException {
    return find(loader.loadClass(name), method);
  }

  static Object invoke(Method method, Object... args) {
    try {
      return method.invoke(null, args);
    } catch (InvocationTargetException e) {
      throw LoweredClass.<RuntimeException>sneak(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Throws what the test program threw, checked or not. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
