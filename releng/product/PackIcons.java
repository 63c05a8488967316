import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Packs the product's icons, app16.png and so on, into the one file that Windows (.ico) or a Mac (.icns) wants. */
public final class PackIcons {

  private static final List<Integer> ICO_SIZES = List.of(16, 32, 48, 64, 128, 256);
  private static final int ICO_HEADER = 6;
  private static final int ICO_ENTRY = 16;
  private static final short ICO_ICON = 1;
  private static final short BITS_PER_PIXEL = 32;

  /** What a Mac calls its sizes; those from ic11 on are for displays with twice as many pixels. */
  private static final Map<String, Integer> ICNS_SIZES = new LinkedHashMap<>();
  private static final int ICNS_HEADER = 8;

  static {
    ICNS_SIZES.put("icp4", 16);
    ICNS_SIZES.put("icp5", 32);
    ICNS_SIZES.put("icp6", 64);
    ICNS_SIZES.put("ic07", 128);
    ICNS_SIZES.put("ic08", 256);
    ICNS_SIZES.put("ic11", 32);
    ICNS_SIZES.put("ic12", 64);
    ICNS_SIZES.put("ic13", 256);
  }

  private PackIcons() {
  }

  /** Takes the folder of the icons and the file to write. */
  public static void main(String[] arguments) throws IOException {
    Path icons = Path.of(arguments[0]);
    Path file = Path.of(arguments[1]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, file.toString().endsWith(".icns") ? icns(icons) : ico(icons));
  }

  /** A directory of the pictures, then the pictures as PNG, which Windows takes since Vista. */
  private static byte[] ico(Path icons) throws IOException {
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    ByteBuffer directory = ByteBuffer.allocate(ICO_HEADER + ICO_ENTRY * ICO_SIZES.size());
    directory.order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0).putShort(ICO_ICON).putShort((short) ICO_SIZES.size());
    for (int size : ICO_SIZES) {
      byte[] png = png(icons, size);
      // 256 is written as 0.
      directory.put((byte) size).put((byte) size).putShort((short) 0).putShort((short) 1).putShort(BITS_PER_PIXEL)
          .putInt(png.length).putInt(directory.capacity() + pictures.size());
      pictures.write(png);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(directory.array());
    pictures.writeTo(all);
    return all.toByteArray();
  }

  /** Blocks of a name, a length that counts itself, and a PNG. */
  private static byte[] icns(Path icons) throws IOException {
    ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    for (Map.Entry<String, Integer> size : ICNS_SIZES.entrySet()) {
      writeBlock(blocks, size.getKey(), png(icons, size.getValue()));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    writeBlock(all, "icns", blocks.toByteArray());
    return all.toByteArray();
  }

  private static void writeBlock(ByteArrayOutputStream to, String name, byte[] content) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeBytes(name);
    out.writeInt(ICNS_HEADER + content.length);
    out.write(content);
  }

  private static byte[] png(Path icons, int size) throws IOException {
    return Files.readAllBytes(icons.resolve("app" + size + ".png"));
  }
}
