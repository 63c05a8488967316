package org.sockmodel.dsl.ui.colouring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokensLegend;

/**
 * The words of a text that have a colour by what they stand for, in the order of the text; they move along while the
 * text is edited, until the language has read it again.
 *
 * <p>Cost: four ints a word; an edit touches each word behind it once.
 */
final class Meanings {

  static final Meanings NONE = new Meanings(0);

  private static final int FIELDS = 5;

  private final int[] offsets;
  private final int[] lengths;
  private final TokenColour[] colours;
  private final boolean[] declared;
  private int size;

  private Meanings(int words) {
    offsets = new int[words];
    lengths = new int[words];
    colours = new TokenColour[words];
    declared = new boolean[words];
  }

  /**
   * Reads the protocol's numbers: five for each token, line and character relative to the one before.
   *
   * @param data the numbers
   * @param legend what they stand for
   * @param text the text that they are about
   */
  static Meanings of(List<Integer> data, SemanticTokensLegend legend, String text) {
    int[] lines = lineOffsets(text);
    int declaration = 1 << legend.getTokenModifiers().indexOf(SemanticTokenModifiers.Declaration);
    Meanings meanings = new Meanings(data.size() / FIELDS);
    int line = 0;
    int character = 0;
    for (int i = 0; i + FIELDS <= data.size(); i += FIELDS) {
      character = data.get(i) == 0 ? character + data.get(i + 1) : data.get(i + 1);
      line += data.get(i);
      if (line < lines.length) {
        meanings.add(lines[line] + character, data.get(i + 2),
            legend.getTokenTypes().get(data.get(i + 3)), (data.get(i + 4) & declaration) != 0);
      }
    }
    return meanings;
  }

  private static int[] lineOffsets(String text) {
    List<Integer> starts = new ArrayList<>();
    for (int start = 0; start >= 0; start = text.indexOf('\n', start) + 1) {
      starts.add(start);
      if (text.indexOf('\n', start) < 0) {
        break;
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private void add(int offset, int length, String type, boolean isDeclared) {
    TokenColour.ofMeaning(type).ifPresent(colour -> {
      offsets[size] = offset;
      lengths[size] = length;
      colours[size] = colour;
      declared[size] = isDeclared;
      size++;
    });
  }

  int size() {
    return size;
  }

  int offset(int word) {
    return offsets[word];
  }

  int end(int word) {
    return offsets[word] + lengths[word];
  }

  TokenColour colour(int word) {
    return colours[word];
  }

  /** Whether a name is declared here, and not only referred to. */
  boolean isDeclared(int word) {
    return declared[word];
  }

  /** The first word that ends behind an offset. */
  int firstAfter(int offset) {
    int found = Arrays.binarySearch(offsets, 0, size, offset);
    int word = found >= 0 ? found : -found - 1;
    return word > 0 && end(word - 1) > offset ? word - 1 : word;
  }

  /** Follows an edit; a word that it touches keeps its colour until the language says better. */
  void edited(int offset, int removed, int inserted) {
    for (int word = firstAfter(offset); word < size; word++) {
      if (offsets[word] >= offset + removed) {
        offsets[word] += inserted - removed;
      } else if (offsets[word] >= offset || end(word) > offset + removed) {
        lengths[word] = Math.max(0, lengths[word] + inserted - removed);
      }
    }
  }

  boolean same(int word, Meanings others, int other) {
    return offsets[word] == others.offsets[other] && lengths[word] == others.lengths[other]
        && colours[word] == others.colours[other] && declared[word] == others.declared[other];
  }
}
