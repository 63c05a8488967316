package org.sockmodel.runtime.trace.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.bytes.LongTable;
import org.sockmodel.runtime.trace.text.HexDigits;

/** Names of the kernel's functions by address, from the text of {@code /proc/kallsyms}, which is read when asked. */
final class Kallsyms {

  private final Supplier<byte[]> source;
  private byte[] text;
  private final Names names;
  private long[] addresses = new long[1024];
  private int[] nameStarts = new int[1024];
  private int size;
  private final LongTable symbols = new LongTable();
  private final LongTable places = new LongTable();

  /**
   * @param source where the text is to be had, once it is asked for
   */
  Kallsyms(Supplier<byte[]> source, Names names) {
    this.source = source;
    this.names = names;
  }

  /** Name id of the function that holds the address; the address in hexadecimal if there is none. */
  int symbol(long address) {
    int known = symbols.get(address, -1);
    return known >= 0 ? known : remember(symbols, address, describe(address, false));
  }

  /** Name id of {@code function+0xoffset/0xsize}. */
  int place(long address) {
    int known = places.get(address, -1);
    return known >= 0 ? known : remember(places, address, describe(address, true));
  }

  private int remember(LongTable table, long address, String name) {
    int id = names.intern(name);
    if (table.size() < Names.MAX_NAMES) {
      table.put(address, id);
    }
    return id;
  }

  private String describe(long address, boolean withOffset) {
    if (text == null) {
      text = source.get();
      parse();
      sort();
    }
    int index = indexOf(address);
    if (index < 0) {
      return "0x" + Long.toHexString(address);
    }
    String name = nameAt(index);
    if (!withOffset || index + 1 == size) {
      return name;
    }
    return name + "+0x" + Long.toHexString(address - addresses[index]) + "/0x"
        + Long.toHexString(next(index) - addresses[index]);
  }

  /** The address of the next symbol that is not at the same place. */
  private long next(int index) {
    int next = index + 1;
    while (next < size - 1 && addresses[next] == addresses[index]) {
      next++;
    }
    return addresses[next];
  }

  /** Of several symbols at one address the first counts. */
  private int indexOf(long address) {
    int low = 0;
    int high = size - 1;
    int found = -1;
    while (low <= high) {
      int middle = low + high >>> 1;
      if (Long.compareUnsigned(addresses[middle], address) <= 0) {
        found = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    while (found > 0 && addresses[found - 1] == addresses[found]) {
      found--;
    }
    return found >= 0 && addresses[found] != 0 ? found : -1;
  }

  private String nameAt(int index) {
    int start = nameStarts[index];
    int end = start;
    while (end < text.length && text[end] > ' ') {
      end++;
    }
    return new String(text, start, end - start, StandardCharsets.UTF_8);
  }

  /** Lines of {@code address type name [module]}. */
  private void parse() {
    int at = 0;
    while (at < text.length) {
      long address = 0;
      while (at < text.length && HexDigits.value(text[at]) >= 0) {
        address = address << 4 | HexDigits.value(text[at++]);
      }
      if (at + 3 < text.length && text[at] == ' ' && text[at + 2] == ' ') {
        add(address, at + 3);
      }
      while (at < text.length && text[at] != '\n') {
        at++;
      }
      at++;
    }
  }

  private void add(long address, int nameStart) {
    if (size == addresses.length) {
      addresses = Arrays.copyOf(addresses, size * 2);
      nameStarts = Arrays.copyOf(nameStarts, size * 2);
    }
    addresses[size] = address;
    nameStarts[size++] = nameStart;
  }

  private void sort() {
    for (int i = 1; i < size; i++) {
      if (Long.compareUnsigned(addresses[i - 1], addresses[i]) > 0) {
        long[] oldAddresses = addresses.clone();
        int[] oldStarts = nameStarts.clone();
        int[] order = IntStream.range(0, size).boxed()
            .sorted(Comparator.comparing(index -> oldAddresses[index], Long::compareUnsigned))
            .mapToInt(Integer::intValue).toArray();
        for (int k = 0; k < size; k++) {
          addresses[k] = oldAddresses[order[k]];
          nameStarts[k] = oldStarts[order[k]];
        }
        return;
      }
    }
  }
}
