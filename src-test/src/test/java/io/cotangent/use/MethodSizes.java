package io.cotangent.use;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads from class files how many bytes of bytecode their methods have. */
final class MethodSizes {
  private final DataInputStream in;
  private String[] texts = {};

  private MethodSizes(byte[] classFile) {
    this.in = new DataInputStream(new ByteArrayInputStream(classFile));
  }

  /** The sizes of all methods of generated classes in a folder, by class and method. */
  static Map<String, Integer> ofGenerated(Path folder) {
    try (var files = Files.walk(folder)) {
      List<Path> classes =
          files
              .filter(f -> f.getFileName().toString().matches(".*Adjoint(\\$.*)?\\.class"))
              .toList();
      Map<String, Integer> sizes = new TreeMap<>();
      for (Path file : classes) {
        new MethodSizes(Files.readAllBytes(file)).read(file.getFileName() + " ", sizes);
      }
      return sizes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String prefix, Map<String, Integer> sizes) throws IOException {
    in.skipNBytes(8);
    readConstants();
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    readMembers(prefix, new TreeMap<>());
    readMembers(prefix, sizes);
  }

  private void readConstants() throws IOException {
    texts = new String[in.readUnsignedShort()];
    for (int i = 1; i < texts.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("constant of kind " + tag);
      }
    }
  }

  private void readMembers(String prefix, Map<String, Integer> sizes) throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      in.skipNBytes(2);
      String name = texts[in.readUnsignedShort()] + texts[in.readUnsignedShort()];
      int attributes = in.readUnsignedShort();
      for (int j = 0; j < attributes; j++) {
        boolean isCode = "Code".equals(texts[in.readUnsignedShort()]);
        long length = in.readInt();
        if (isCode) {
          in.skipNBytes(4);
          sizes.put(prefix + name, in.readInt());
          length -= 8;
        }
        in.skipNBytes(length);
      }
    }
  }
}
